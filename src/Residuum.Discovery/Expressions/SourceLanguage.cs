namespace Residuum.Discovery.Expressions;

/// <summary>Programming languages that a found term is written in.</summary>
public enum SourceLanguage
{
    /// <summary>C99.</summary>
    C,

    /// <summary>Fortran 2003, an elemental function.</summary>
    Fortran,

    /// <summary>Python with numpy: numbers or arrays.</summary>
    Python,

    /// <summary>C#.</summary>
    CSharp,
}
