using System.Numerics.Tensors;
using Residuum.Numerics.Functions;

namespace Residuum.Discovery.Expressions;

/// <summary>Evaluates expressions at all grid points at once: one vector operation a node. Not for two threads at once.</summary>
/// <param name="coordinates">x of the grid points.</param>
internal sealed class ExpressionEvaluator(double[] coordinates)
{
    private readonly List<double[]> _scratch = [];
    private int _depth;

    /// <summary>Values of a field or derivative at the grid points, set by the caller before evaluation.</summary>
    public Dictionary<FieldDerivative, double[]> Inputs { get; } = [];

    public void Evaluate(Expression expression, Span<double> result)
    {
        switch (expression)
        {
            case Number number: result.Fill(number.Value); break;
            case Coordinate: coordinates.CopyTo(result); break;
            case FieldDerivative field: Inputs[field].CopyTo(result); break;
            case Sum sum: EvaluateSum(sum.Terms, result); break;
            case Product product: EvaluateProduct(product.Factors, result); break;
            case Power power: EvaluatePower(power, result); break;
            case Call call: Evaluate(call.Argument, result); Apply(call.Function, result); break;
            default: throw new InvalidOperationException($"{expression.GetType().Name} can not be evaluated at points");
        }
    }

    private void EvaluateSum(IReadOnlyList<Expression> terms, Span<double> result)
    {
        Evaluate(terms[0], result);
        var scratch = Borrow();
        for (int i = 1; i < terms.Count; i++)
        {
            Evaluate(terms[i], scratch);
            TensorPrimitives.Add(result, scratch, result);
        }
        _depth--;
    }

    private void EvaluateProduct(IReadOnlyList<Expression> factors, Span<double> result)
    {
        int first = factors[0] is Number ? 1 : 0;
        Evaluate(factors[first], result);
        if (first == 1) TensorPrimitives.Multiply(result, ((Number)factors[0]).Value, result);
        for (int i = first + 1; i < factors.Count; i++)
        {
            if (factors[i] is FieldDerivative field)
            {
                TensorPrimitives.Multiply(result, Inputs[field], result);
                continue;
            }
            var scratch = Borrow();
            Evaluate(factors[i], scratch);
            TensorPrimitives.Multiply(result, scratch, result);
            _depth--;
        }
    }

    private void EvaluatePower(Power power, Span<double> result)
    {
        if (power is not { Exponent: >= 2 and <= 8, Base: FieldDerivative field } || power.Exponent != Math.Floor(power.Exponent))
        {
            Evaluate(power.Base, result);
            Elementary.Pow(result, power.Exponent, result);
            return;
        }
        var input = Inputs[field];
        TensorPrimitives.Multiply(input, input, result);
        for (int p = 2; p < power.Exponent; p++) TensorPrimitives.Multiply(result, input, result);
    }

    private static void Apply(ElementaryFunction function, Span<double> values)
    {
        switch (function)
        {
            case ElementaryFunction.Sin: Elementary.Sin(values, values); break;
            case ElementaryFunction.Cos: Elementary.Cos(values, values); break;
            case ElementaryFunction.Tanh: Elementary.Tanh(values, values); break;
            case ElementaryFunction.Exp: Elementary.Exp(values, values); break;
            case ElementaryFunction.Log: Elementary.Log(values, values); break;
            case ElementaryFunction.Sqrt: TensorPrimitives.Sqrt(values, values); break;
            case ElementaryFunction.Abs: TensorPrimitives.Abs(values, values); break;
            default: throw new ArgumentOutOfRangeException(nameof(function), function, null);
        }
    }

    private double[] Borrow()
    {
        if (_depth == _scratch.Count) _scratch.Add(new double[coordinates.Length]);
        return _scratch[_depth++];
    }
}
