using Residuum.Numerics.Options;

namespace Residuum.Experiments.Studies;

/// <summary>A paper's experiment section, as code; tools hold lists of these. Write <see cref="Study{TSettings}"/>.</summary>
public abstract class Study
{
    private const string Suffix = "Study";

    private protected Study()
    {
    }

    /// <summary>Name in the command line and of the run folders: the method's slug. By default the class name in kebab case without "Study".</summary>
    public virtual string Slug
    {
        get
        {
            string name = GetType().Name;
            return OptionName.Kebab(name.EndsWith(Suffix, StringComparison.Ordinal) ? name[..^Suffix.Length] : name);
        }
    }

    /// <summary>What is shown, in a few words.</summary>
    public abstract string Title { get; }

    /// <summary>The paper.</summary>
    public abstract Citation Citation { get; }

    /// <summary>The seeds of <see cref="Profile.Quick"/> and <see cref="Profile.Full"/>; <see cref="Profile.Smoke"/> runs the first.</summary>
    public virtual IReadOnlyList<int> Seeds => [0];

    /// <summary>The settings of a profile, for the record of the run.</summary>
    /// <param name="profile">The profile.</param>
    public abstract object SettingsOf(Profile profile);

    internal abstract void Run(Profile profile, StudyContext run);
}

/// <summary>A paper's experiment section, as code: settings, data, method, baselines, figures, then claims.</summary>
/// <remarks>
/// <para>A study has no seed loop, no file and no print: <see cref="StudyRunner"/> calls <see cref="Run(TSettings, StudyContext)"/> once
/// for each seed and counts the claims together.</para>
/// <para>Sabotage. A test breaks the method through the public API and asserts which claims turn red and which stay green. So a
/// study takes what it judges as a constructor argument that defaults to the method, and no flag stands in product code:</para>
/// <code>
/// public sealed class MedidaKsStudy(IRegressor? regression = null) : Study&lt;MedidaKsStudy.Settings&gt;
/// // in the test: new MedidaKsStudy(regression: new LeastSquares())
/// </code>
/// </remarks>
/// <typeparam name="TSettings">An immutable record of sizes.</typeparam>
public abstract class Study<TSettings> : Study
    where TSettings : notnull
{
    /// <summary>Small inputs for <see cref="Profile.Smoke"/>.</summary>
    public abstract TSettings Smoke { get; }

    /// <summary>The settings of <see cref="Profile.Quick"/>.</summary>
    public abstract TSettings Quick { get; }

    /// <summary>The paper's sizes.</summary>
    public abstract TSettings Full { get; }

    /// <inheritdoc/>
    public sealed override object SettingsOf(Profile profile) => Of(profile);

    /// <summary>Runs the study at one seed and states its claims.</summary>
    /// <param name="settings">The sizes.</param>
    /// <param name="run">The seed, and where claims, figures and tables go.</param>
    protected abstract void Run(TSettings settings, StudyContext run);

    internal sealed override void Run(Profile profile, StudyContext run) => Run(Of(profile), run);

    private TSettings Of(Profile profile) => profile switch
    {
        Profile.Smoke => Smoke,
        Profile.Quick => Quick,
        _ => Full,
    };
}
