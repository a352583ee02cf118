// What README.md shows as the first use of the library: a test compares both and runs this.
using Residuum.Discovery;
using Residuum.Discovery.Assimilation;
using Residuum.Discovery.Libraries;
using Residuum.Discovery.Models;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.Steppers;
using Residuum.Numerics.Transforms;

// Observe a chaotic system: 40 pairs of states, 0.1 apart, with 1 % noise. Yours come from a file: ObservationSet.Open("obs.nc").
var truth = new KuramotoSivashinsky(FourierGrid.Periodic(length: 100, points: 256));
var system = truth.With(TimeScheme.Etdrk4, step: 0.005);
var start = new StateBatch(system.Layout, members: 1, truth.InitialState(seed: 0));
var observed = TwinExperiment.Observe(system, start, new TwinSettings { Samples = 40, Lags = 1, Lag = 0.1, Noise = 0.01 }).Noisy;

// A solver that lacks u u_x, and nothing else to go by: what is missing?
var model = (truth with { Advection = 0 }).With(TimeScheme.Etdrk4, step: 0.005);
var result = Medida.Discover(model, observed, TermLibrary.Polynomial("u"), new MedidaOptions());

Console.WriteLine(result.Verdict);
foreach (var found in result.Fields[0].Terms)
    Console.WriteLine($"{found.Coefficient:f4} ± {found.StandardError:f4} {found.Term.Name}");
var next = result.Corrected.Run([observed.Ends], interval: 0.1); // the corrected model is a solver like any other
