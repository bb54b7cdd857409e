using Orchestration.Calendars;

namespace Orchestration.Wording;

/// <summary>Media as French people name them.</summary>
internal static class MediaNames
{
    public static string Of(IEnumerable<Media> media) => string.Join(", ", media.Select(Of));

    public static string Of(Media medium) => medium switch
    {
        Media.Tv => "TV",
        Media.Digital => "digital",
        Media.Radio => "radio",
        Media.Posters => "affichage",
        Media.Press => "presse",
        _ => throw new ArgumentOutOfRangeException(nameof(medium), medium, "A medium without a name."),
    };
}
