namespace Microsoft.DurableTask;

/// <summary>Orders versions: no version comes first, then by their numbers, or by their text when one of them is not made of numbers.</summary>
internal static class VersionOrder
{
    public static int Compare(string left, string right)
    {
        var (leftEmpty, rightEmpty) = (string.IsNullOrWhiteSpace(left), string.IsNullOrWhiteSpace(right));
        if (leftEmpty || rightEmpty)
        {
            return rightEmpty.CompareTo(leftEmpty);
        }

        return Version.TryParse(left, out var leftNumbers) && Version.TryParse(right, out var rightNumbers)
            ? leftNumbers.CompareTo(rightNumbers)
            : string.Compare(left, right, StringComparison.OrdinalIgnoreCase);
    }
}
