using Orchestration.Caisses.Orders;
using Orchestration.Campaigns;
using Orchestration.Messages.Content;
using Orchestration.Messages.Templates;
using Orchestration.Messages.Templates.Manifest;

namespace Orchestration.Caisses.Library;

/// <summary>What caisses find in the library.</summary>
public enum LibraryKind
{
    /// <summary>A model, ordered as it is: <c>library/…</c>, with an order section.</summary>
    Library,

    /// <summary>A layout whose free zones a caisse fills in: <c>custom/…</c>.</summary>
    Custom,
}

/// <summary>
/// A published template that caisses may use. Dicom approves it once, for every caisse (domain.md A1, row 16): its visa is on what the caisses get,
/// template and audience together, and a new version needs a new one.
/// </summary>
/// <param name="Kind">Model or layout.</param>
/// <param name="Name">Second part of the template id.</param>
/// <param name="Package">As published.</param>
/// <param name="Bundle">What the visa covers, and what every order of the model goes out with.</param>
/// <param name="Hash">Of the bundle.</param>
public sealed record LibraryModel(LibraryKind Kind, string Name, TemplatePackage Package, ContentBundle Bundle, string Hash)
{
    public TemplateManifest Manifest => Package.Manifest;

    /// <summary>Under which its visa is asked for and given.</summary>
    public SendKey Visa => VisaOf(Kind, Name, Manifest.Version);

    /// <summary>The key of the visa of one version; all versions are of one series.</summary>
    public static SendKey VisaOf(LibraryKind kind, string name, int version) =>
        SendKey.Create(OrderId.Library, name, kind == LibraryKind.Library ? "modele" : "gabarit", $"v{version}");

    /// <returns>Null when caisses cannot use the template.</returns>
    public static LibraryModel? Of(TemplatePackage package)
    {
        if (package.Manifest.Id.Split('/') is not [var folder, var name] || KindOf(folder, package.Manifest) is not { } kind)
            return null;
        var bundle = ContentBundle.Create(
            package, package.Manifest.Channels, package.Manifest.Order?.Audience ?? "", new Dictionary<string, string>());
        return new LibraryModel(kind, name, package, bundle, bundle.ComputeHash());
    }

    private static LibraryKind? KindOf(string folder, TemplateManifest manifest) => folder switch
    {
        "library" when manifest.Order is not null => LibraryKind.Library,
        "custom" => LibraryKind.Custom,
        _ => null,
    };
}
