using System.Text;
using Orchestration.Messages.Content;
using Orchestration.Messages.Templates;
using Orchestration.Wording;

namespace Orchestration.Operations.Dashboard.Visas;

/// <summary>A value that changed.</summary>
internal sealed record ValueChange(string Before, string After);

/// <summary>A file that changed.</summary>
/// <param name="Path">Below <c>templates/</c>.</param>
/// <param name="Change">Same: it is in both contents, with another text.</param>
/// <param name="Hunks">What changed of its text; none for an image.</param>
/// <param name="IsDerived">A golden file: what the sample gives.</param>
internal sealed record FileDifference(string Path, LineChange Change, IReadOnlyList<IReadOnlyList<DiffLine>> Hunks, bool IsDerived);

/// <summary>What changes from one content to another, among all that a visa covers; pure.</summary>
/// <param name="Criterion">Whom it selects; null when that stays.</param>
/// <param name="Channels">In order of preference; null when they stay.</param>
/// <param name="Files">Those that changed: what authors write first, then what derives from it.</param>
internal sealed record ContentDifference(ValueChange? Criterion, ValueChange? Channels, IReadOnlyList<FileDifference> Files)
{
    public bool IsNone => Criterion is null && Channels is null && Files.Count == 0;

    public static ContentDifference Of(ContentBundle before, ContentBundle after) => new(
        Change(CriterionOf(before), CriterionOf(after)),
        Change(ChannelNames.InOrder(before.Channels), ChannelNames.InOrder(after.Channels)),
        [
            .. before.Files.Keys.Union(after.Files.Keys)
                .Select(path => Of(path, before.Files.GetValueOrDefault(path), after.Files.GetValueOrDefault(path)))
                .OfType<FileDifference>()
                .OrderBy(file => file.IsDerived).ThenBy(file => file.Path, StringComparer.Ordinal),
        ]);

    /// <summary>With the profiles that it names.</summary>
    public static string CriterionOf(ContentBundle content) =>
        string.Join('\n', content.Profiles.Select(profile => $"{profile.Key} = {profile.Value}").Prepend(content.Criterion));

    private static ValueChange? Change(string before, string after) => before == after ? null : new ValueChange(before, after);

    private static FileDifference? Of(string path, byte[]? before, byte[]? after)
    {
        if (before is not null && after is not null && before.AsSpan().SequenceEqual(after))
            return null;
        var change = before is null ? LineChange.Added : after is null ? LineChange.Removed : LineChange.Same;
        var name = path[(path.LastIndexOf('/') + 1)..];
        var isImage = PackageFiles.IsImage($"images/{name}");
        var hunks = isImage ? [] : LineDiff.Hunks(LineDiff.Compare(Text(before), Text(after)));
        return new FileDifference(path, change, hunks, !PackageFiles.IsSource(name));
    }

    private static string Text(byte[]? content) => Encoding.UTF8.GetString(content ?? []).TrimStart('\uFEFF');
}
