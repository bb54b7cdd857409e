using Orchestration.LocalRuntime.Functions.Blobs;

namespace Orchestration.LocalRuntime.Tests.Functions.Blobs;

public sealed class BlobPatternTests
{
    [Theory]
    [InlineData("{name}", "a.yaml", "name=a.yaml")]
    [InlineData("{name}", "folder/a.yaml", "name=folder/a.yaml")]
    [InlineData("{name}.yaml", "a.b.yaml", "name=a.b")]
    [InlineData("{name}.yaml", "a.yml", null)]
    [InlineData("{name}.{extension}", "a.b.yaml", "name=a.b,extension=yaml")]
    [InlineData("{date}/manifest.json", "2027-03-22/manifest.json", "date=2027-03-22")]
    [InlineData("{date}/manifest.json", "2027-03-22/insured/manifest.json", null)]
    [InlineData("{date}/manifest.json", "2027-03-22/manifest.json.bak", null)]
    [InlineData("year-{year}/{rest}", "year-2027/a/b", "year=2027,rest=a/b")]
    [InlineData("fixed.json", "fixed.json", "")]
    [InlineData("fixed.json", "fixedXjson", null)]
    public void TryMatch_Name_TakesThePlaceholders(string pattern, string name, string? expected)
    {
        var matched = BlobPattern.Parse(pattern).TryMatch(name, out var values);

        Assert.Equal(expected is not null, matched);
        Assert.Equal(expected, matched ? string.Join(',', values!.Select(value => $"{value.Key}={value.Value}")) : null);
    }

    [Theory]
    [InlineData("{a}/{A}", "twice")]
    [InlineData("{a", "braces do not pair")]
    [InlineData("a}", "braces do not pair")]
    [InlineData("{a b}", "not a placeholder")]
    [InlineData("{}", "not a placeholder")]
    public void Parse_NotAPattern_SaysWhy(string pattern, string expected)
    {
        var error = Assert.Throws<FormatException>(() => BlobPattern.Parse(pattern));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }
}
