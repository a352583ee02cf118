using System.Diagnostics;
using System.Text;
using Residuum.Experiments.Options;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Random;

namespace Residuum.Experiments.Tests.Options;

/// <summary>The YAML entry under damaged files: only a user's error may leave, soon and without much memory.</summary>
public sealed class OptionFileFuzzTests
{
    private const int Inputs = 10_000;
    private const long MemoryLimit = 512L << 20;
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(2);

    private static readonly string[] Seeds =
    [
        "time-step: 1e-2\ncutoff: 2.5\nsamples: 12\nodd: true\nrule: corner\nvariable: \"1\"\nterms: [u^2*u_xx, \"sin(x)*u\"]\n",
        "noise:\n  - 0.1\n  - 0.2\nset: {advection: 0, dispersion: -0.5}\nregression:\n  alpha-max: 50\n  max-passes: 3\n",
        "others:\n  - max-passes: 3\n  - {alpha-max: 1}\n# a comment\nvariable: |\n  text\n  over lines\nterms: >-\n  folded\n",
        "a: &x [*x, *x]\n? complex\n: !!int 3\n---\n%YAML 1.2\n...\n\"\\u263A\\x41\": '\\'\n",
    ];

    private static readonly string[] Tokens = ["&a ", "*a ", "!!", "[", "{", "? ", ": ", "- ", "|\n", ">\n", "'", "\"", "%", "\t", "---\n", "...\n", "\\u", "\0", "\r", "\u0085", "\ufeff", "<<: ", "1e999", "nan", "~"];

    [Fact]
    public void Only_a_user_error_leaves()
    {
        for (int i = 0; i < Inputs; i++)
        {
            var random = new RandomStream(2026, "yaml mutations", i);
            byte[] input = Mutate(Encoding.UTF8.GetBytes(Seeds[random.Integer(Seeds.Length)]), random);
            var clock = Stopwatch.StartNew();
            long before = GC.GetAllocatedBytesForCurrentThread();
            string? leak = Leak(input);
            Assert.True(leak is null, $"input {i}, {Convert.ToBase64String(input)}: {leak}");
            Assert.True(clock.Elapsed < TimeLimit && GC.GetAllocatedBytesForCurrentThread() - before < MemoryLimit, $"input {i}, {Convert.ToBase64String(input)}, took {clock.Elapsed}");
        }
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("? ")]
    [InlineData("&a ")]
    [InlineData("\"")]
    [InlineData("'\n")]
    [InlineData("a:\n ")]
    [InlineData("#")]
    [InlineData("!")]
    public void A_file_of_one_repeated_token_ends_soon(string token)
    {
        var clock = Stopwatch.StartNew();
        Assert.Null(Leak(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(token, 500_000 / token.Length)))));
        Assert.True(clock.Elapsed < TimeLimit, $"took {clock.Elapsed}");
    }

    private static string? Leak(byte[] input)
    {
        try
        {
            OptionBinder.Bind<SampleOptions>(OptionFile.Read(new MemoryStream(input), "fuzzed.yaml"));
            return null;
        }
        catch (UserError error)
        {
            return error.Message.Contains('\n', StringComparison.Ordinal) ? "more than one line" : null;
        }
        catch (Exception error)
        {
            return error.ToString();
        }
    }

    private static byte[] Mutate(byte[] seed, RandomStream random)
    {
        var bytes = seed.ToList();
        for (int count = 1 + random.Integer(6); count > 0; count--)
        {
            int at = random.Integer(bytes.Count + 1);
            switch (random.Integer(6))
            {
                case 0: bytes.InsertRange(at, Encoding.UTF8.GetBytes(Tokens[random.Integer(Tokens.Length)])); break;
                case 1: bytes.RemoveRange(at, Math.Min(random.Integer(20), bytes.Count - at)); break;
                case 2: bytes.Insert(at, (byte)random.Integer(256)); break;
                case 3: bytes.InsertRange(at, bytes.GetRange(0, at)); break;
                case 4: bytes.InsertRange(at, Enumerable.Repeat((byte)"[{- \t\n"[random.Integer(6)], random.Integer(300))); break;
                default: bytes = bytes.GetRange(0, at); break;
            }
        }
        return [.. bytes];
    }
}
