using System.Xml.Linq;
using Residuum.Notices;

// Writes THIRD-PARTY-NOTICES.txt and residuum.cdx.json beside the solution, from what the tool restored.
// usage: dotnet run --project build/Notices (after a restore or build of src/Residuum.Cli)
string root = args.Length > 0 ? args[0] : Directory.GetCurrentDirectory();
var packages = RestoredPackages.Read(Path.Combine(root, "src", "Residuum.Cli", "obj", "project.assets.json"));
Component[] parts = [.. Contents.Known.Parts];
foreach (var refused in packages.Concat(parts).Where(component => !LicencePolicy.Accepts(component.Licence)))
    Console.Error.WriteLine($"{refused.Name}: the licence {refused.Licence} is not in the allow-list");
string version = XDocument.Load(Path.Combine(root, "Directory.Build.props")).Descendants("Version").First().Value;
File.WriteAllText(Path.Combine(root, "THIRD-PARTY-NOTICES.txt"), NoticesText.Write(packages, parts));
File.WriteAllText(Path.Combine(root, "residuum.cdx.json"), BillOfMaterials.Write(version, packages, parts));
Console.WriteLine($"{packages.Count} packages and {parts.Length} parts");
return packages.Concat(parts).All(component => LicencePolicy.Accepts(component.Licence)) ? 0 : 1;
