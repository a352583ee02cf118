using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("try")]
