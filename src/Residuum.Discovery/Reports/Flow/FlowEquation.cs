using System.Globalization;
using System.Text;
using Residuum.Discovery.Models;
using Residuum.Discovery.TwoLayer;

namespace Residuum.Discovery.Reports;

/// <summary>The vorticity equation of a layer, as plain text and as MathML.</summary>
/// <param name="Text">Plain text, such as <c>q2_t = f2(psi1, psi2) + (0.29991 ± 0.00031) lap(psi2)</c>.</param>
/// <param name="MathMl">The same as a <c>math</c> element.</param>
public sealed record FlowEquation(string Text, string MathMl)
{
    private const string Thin = "<mspace width=\"0.17em\"/>";

    /// <summary>The model as given and the terms that were found; a question mark where what is missing is not known.</summary>
    /// <param name="layer">What was found.</param>
    public static FlowEquation Correction(LayerResult layer)
    {
        ArgumentNullException.ThrowIfNull(layer);
        int number = layer.Layer + 1;
        var writer = new Writer(number);
        writer.Literal(Invariant($" f{number}(psi1, psi2)"), Invariant($"<msub><mi>f</mi><mn>{number}</mn></msub><mo>(</mo>{FlowTermNotation.MathMl("psi1")}<mo>,</mo>{FlowTermNotation.MathMl("psi2")}<mo>)</mo>"));
        foreach (var term in Reliable(layer)) writer.Term(term.Term, term.Coefficient, term.StandardError);
        if (layer.Verdict is not (Verdict.Found or Verdict.NothingMissing)) writer.Unknown();
        return writer.Finish();
    }

    /// <summary>The whole equation: the model's own terms with what was found added in, then sponge and hyperdiffusion.</summary>
    /// <param name="layer">What was found.</param>
    /// <param name="parameters">The model as given.</param>
    public static FlowEquation Whole(LayerResult layer, TwoLayerParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(layer);
        ArgumentNullException.ThrowIfNull(parameters);
        int number = layer.Layer + 1;
        var standard = TwoLayerLibrary.Of([]);
        double[] own = TwoLayerCoefficients.Of(parameters, standard, layer.Layer);
        var writer = new Writer(number);
        foreach (var (name, coefficient) in standard.Names.Zip(own))
        {
            var found = Reliable(layer).FirstOrDefault(term => term.Term == name);
            double sum = coefficient + (found?.Coefficient ?? 0);
            if (sum != 0) writer.Term(name, sum, found?.StandardError ?? 0);
        }
        foreach (var term in Reliable(layer).Where(term => !standard.Names.Contains(term.Term))) writer.Term(term.Term, term.Coefficient, term.StandardError);
        if (parameters.Sponge > 0) writer.Literal(Invariant($" - s(y) (q{number} - zonal mean of q{number})"), Invariant($"<mo>-</mo><mi>s</mi><mo>(</mo><mi>y</mi><mo>)</mo><mo>(</mo>{FlowTermNotation.MathMl($"q{number}")}<mo>-</mo><mover>{FlowTermNotation.MathMl($"q{number}")}<mo>¯</mo></mover><mo>)</mo>"));
        if (parameters.Hyperdiffusion > 0) writer.Term(Invariant($"d8(q{number})"), -parameters.Hyperdiffusion, 0);
        if (layer.Verdict is not (Verdict.Found or Verdict.NothingMissing)) writer.Unknown();
        return writer.Finish();
    }

    /// <summary>Terms to correct the model with: of an error that is not explained none can be relied on.</summary>
    internal static IReadOnlyList<LayerTerm> Reliable(LayerResult layer) => layer.Verdict == Verdict.Found ? layer.Terms : [];

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed class Writer
    {
        private readonly StringBuilder _text = new(), _math = new();
        private bool _any;

        public Writer(int layer)
        {
            _text.Append(CultureInfo.InvariantCulture, $"q{layer}_t =");
            _math.Append(CultureInfo.InvariantCulture, $"<math><msub><mo>∂</mo><mi>t</mi></msub>{FlowTermNotation.MathMl(Invariant($"q{layer}"))}<mo>=</mo>");
        }

        public void Literal(string text, string math)
        {
            _text.Append(text);
            _math.Append(math);
            _any = true;
        }

        public void Unknown() => Literal(" + ?", "<mo>+</mo><mo>?</mo>");

        public void Term(string name, double coefficient, double error)
        {
            bool minus = coefficient < 0, known = error > 0;
            double size = Math.Abs(coefficient);
            string number = known ? MeasuredNumber.WithError(size, error) : MeasuredNumber.Plain(size);
            _text.Append(minus ? " - " : _any ? " + " : " ");
            _math.Append(minus ? "<mo>-</mo>" : _any ? "<mo>+</mo>" : "");
            if (known || size != 1)
            {
                _text.Append(known ? $"({number}) " : $"{number} ");
                string digits = $"<mn>{number.Replace(" ± ", "</mn><mo>±</mo><mn>", StringComparison.Ordinal)}</mn>";
                _math.Append(known ? $"<mrow><mo>(</mo>{digits}<mo>)</mo></mrow>" : digits).Append(Thin);
            }
            _text.Append(name);
            _math.Append(FlowTermNotation.MathMl(name));
            _any = true;
        }

        public FlowEquation Finish()
        {
            if (!_any) Literal(" 0", "<mn>0</mn>");
            return new FlowEquation(_text.ToString(), _math.Append("</math>").ToString());
        }
    }
}
