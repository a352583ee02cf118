using System.Globalization;
using Residuum.Data;
using Residuum.Data.Arrays;
using Residuum.Data.NetCdf;
using Residuum.Data.Npy;
using Residuum.Numerics.Errors;

namespace Residuum.Discovery.Solvers;

/// <summary>The two files of a call, as protocol 1 lays them out.</summary>
internal abstract class ExternalExchange
{
    /// <summary>Version of the protocol, an attribute of both files.</summary>
    public const int Protocol = 1;

    private const string ProtocolAttribute = "residuum_protocol";

    /// <summary>Extension of both files, with its point.</summary>
    public abstract string Extension { get; }

    public static ExternalExchange For(ExchangeFormat format) => format == ExchangeFormat.Npy ? new NpyFiles() : new NetCdfFiles();

    /// <summary>Writes <c>in</c>.</summary>
    public abstract void Write(string path, ExternalRequest request);

    /// <summary>Reads <c>out</c>.</summary>
    /// <exception cref="UserError">The file is missing, damaged or of another shape.</exception>
    public StateBatch Read(string path, ExternalRequest request)
    {
        if (!File.Exists(path)) throw new UserError("it wrote no output file", found: "nothing", expected: Path.GetFileName(path));
        using var data = Open(path);
        if (data.Attributes.Number(ProtocolAttribute) is { } version && version != Protocol)
            throw new UserError("its output has another protocol version", found: version.ToString(CultureInfo.InvariantCulture), expected: $"{Protocol}");
        var states = States(data);
        var layout = request.Layout;
        long[] expected = layout.Fields.Count == 1 ? [request.Members, layout.Points] : [request.Members, layout.Fields.Count, layout.Points];
        long[] explicitField = [request.Members, layout.Fields.Count, layout.Points];
        if (!states.Shape.SequenceEqual(expected) && !states.Shape.SequenceEqual(explicitField))
            throw new UserError("its output has the wrong shape", found: states.ShapeText, expected: $"[{string.Join(", ", expected)}]");
        if (states.Type != ElementType.Float64)
            throw new UserError("its output has the wrong type", found: states.Type.ToString(), expected: "Float64: fewer digits drown the increments");
        return new StateBatch(layout, request.Members, states.Read());
    }

    protected abstract DataSet Open(string path);

    protected virtual Variable States(DataSet data) => data["states"];

    /// <summary>Everything of a request except the forcing.</summary>
    private static List<Variable> Variables(ExternalRequest request)
    {
        int n = request.Members;
        var layout = request.Layout;
        bool single = layout.Fields.Count == 1;
        string[] names = single ? ["sample", "lag", "point"] : ["sample", "lag", "field", "point"];
        long[] shape = single ? [n, request.Starts.Count, layout.Points] : [n, request.Starts.Count, layout.Fields.Count, layout.Points];
        double[] steps = new double[n], times = new double[n];
        Array.Fill(steps, request.Step);
        Array.Fill(times, request.Time);
        return
        [
            Variable.Of("states", names, shape, request.Interleaved()),
            Variable.Of("time", ["sample"], [n], times),
            Variable.Of("dt", ["sample"], [n], steps),
        ];
    }

    private static AttributeTable Attributes(ExternalRequest request) => new()
    {
        [ProtocolAttribute] = Protocol,
        ["steps"] = request.Steps,
        ["length"] = request.Layout.Length,
        ["fields"] = string.Join(' ', request.Layout.Fields),
    };

    private static long[] ForcingShape(ExternalRequest request) => request.Layout.Fields.Count == 1
        ? [request.Members, request.Layout.Points]
        : [request.Members, request.Layout.Fields.Count, request.Layout.Points];

    private sealed class NetCdfFiles : ExternalExchange
    {
        public override string Extension => ".nc";

        public override void Write(string path, ExternalRequest request)
        {
            var variables = Variables(request);
            string[] names = request.Layout.Fields.Count == 1 ? ["sample", "point"] : ["sample", "field", "point"];
            if (request.Forcing is { } forcing) variables.Add(Variable.Of("forcing", names, ForcingShape(request), forcing.Values));
            NetCdfWriter.Write(path, new DataSet(variables, Attributes(request)));
        }

        protected override DataSet Open(string path) => DataFile.Open(path); // netCDF-4 too: xarray's habit
    }

    private sealed class NpyFiles : ExternalExchange
    {
        public override string Extension => ".npy";

        public override void Write(string path, ExternalRequest request)
        {
            NpyWriter.Write(path, new DataSet(Variables(request), Attributes(request)), "states");
            if (request.Forcing is { } forcing) NpyWriter.Write(Path.ChangeExtension(path, ".forcing.npy"), forcing.Values, ForcingShape(request));
        }

        protected override DataSet Open(string path) => NpyReader.Open(path);

        protected override Variable States(DataSet data) => data.Variables[0];
    }
}
