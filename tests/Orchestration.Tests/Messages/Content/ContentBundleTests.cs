using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Orchestration.Messages;
using Orchestration.Messages.Content;
using Orchestration.Tests.Messages.Templates;

namespace Orchestration.Tests.Messages.Content;

public sealed class ContentBundleTests
{
    private static readonly Dictionary<string, string> Profiles = new() { ["seniors"] = "age >= 65", ["jeunes"] = "age < 26" };

    private static ContentBundle Bundle => Of(SomePackage.Files("images/photo.png", "image"));

    [Fact]
    public void Create_Package_TakesTheWholeClosure() =>
        Assert.Equal(
            [
                "layouts/essai/layout.sbnhtml", "layouts/essai/layout.yaml",
                "national/essai/body.sbnhtml", "national/essai/body.sbntxt",
                "national/essai/expected.html", "national/essai/expected.sms.txt", "national/essai/expected.subject.txt", "national/essai/expected.txt",
                "national/essai/images/photo.png", "national/essai/sample.json", "national/essai/sms.sbntxt", "national/essai/subject.sbntxt",
                "national/essai/template.yaml",
            ],
            Bundle.Files.Keys);

    [Fact]
    public void ComputeHash_SameContent_NeverChanges()
    {
        var reversed = Of(SomePackage.Files("images/photo.png", "image").Reverse().ToDictionary(), profiles: Profiles.Reverse().ToDictionary());

        Assert.Matches("^[0-9a-f]{64}$", Bundle.ComputeHash());
        Assert.Equal(Bundle.ComputeHash(), reversed.ComputeHash());
        Assert.Equal(Bundle.ToJson(), reversed.ToJson());
    }

    [Fact]
    public void ComputeHash_AnyFile_ChangesIt()
    {
        foreach (var path in Bundle.Files.Keys)
        {
            AssertChanged(Bundle with { Files = Bundle.Files.SetItem(path, [.. Bundle.Files[path], (byte)' ']) });
            AssertChanged(Bundle with { Files = Bundle.Files.Remove(path) });
            AssertChanged(Bundle with { Files = Bundle.Files.Remove(path).Add(path + "x", Bundle.Files[path]) });
        }
    }

    [Fact]
    public void ComputeHash_SenderOrVersionInTheManifest_ChangesIt()
    {
        AssertChanged(Of(SomePackage.Changed("template.yaml", "address: info@", "address: contact@")));
        AssertChanged(Of(SomePackage.Changed("template.yaml", "name: L’Assurance Maladie", "name: Ameli")));
        AssertChanged(Of(SomePackage.Changed("template.yaml", "version: 2", "version: 3")));
    }

    [Fact]
    public void ComputeHash_ChannelsCriterionOrProfiles_ChangeIt()
    {
        AssertChanged(Bundle with { Channels = [Channel.Email] });
        AssertChanged(Bundle with { Channels = [Channel.Sms, Channel.Email] });
        AssertChanged(Bundle with { Criterion = "age >= 19" });
        AssertChanged(Bundle with { Profiles = Bundle.Profiles.SetItem("seniors", "age >= 60") });
        AssertChanged(Bundle with { Profiles = Bundle.Profiles.Remove("jeunes") });
        AssertChanged(Bundle with { Template = "national/autre" });
    }

    [Fact]
    public void CanonicalContent_PartsMovedAcrossABorder_GiveOtherBytes()
    {
        var left = Bundle with { Files = Bundle.Files.Clear().Add("a", "bc"u8.ToArray()) };
        var right = Bundle with { Files = Bundle.Files.Clear().Add("ab", "c"u8.ToArray()) };

        Assert.NotEqual(left.ComputeHash(), right.ComputeHash());
        Assert.StartsWith("orchestration-content-1\nchannel 1 5\n0email\n", Encoding.UTF8.GetString(CanonicalContent.Bytes(left)), StringComparison.Ordinal);
    }

    [Fact]
    public void FromJson_WhatToJsonWrote_IsTheSameBundle()
    {
        var copy = ContentBundle.FromJson(Bundle.ToJson());

        Assert.Equal(Bundle.ComputeHash(), copy.ComputeHash());
        Assert.Equal(Bundle.ToJson(), copy.ToJson());
    }

    [Fact]
    public void FromJson_NamesThatACultureOrdersOtherwise_KeepTheirHash()
    {
        string[] names = ["ab", "a-c", "aB", "A-d", "é", "e"];
        var bundle = Bundle with
        {
            Files = names.ToImmutableSortedDictionary(name => name, name => Encoding.UTF8.GetBytes(name), StringComparer.Ordinal),
            Profiles = names.ToImmutableSortedDictionary(name => name, name => name, StringComparer.Ordinal),
        };

        var copy = ContentBundle.FromJson(bundle.ToJson());

        Assert.Equal(["A-d", "a-c", "aB", "ab", "e", "é"], copy.Files.Keys);
        Assert.Equal(bundle.ComputeHash(), copy.ComputeHash());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"template\":null}")]
    public void FromJson_AnythingElse_IsRefused(string json) => Assert.Throws<JsonException>(() => ContentBundle.FromJson(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Create_ChannelThatTheTemplateDoesNotOffer_IsRefused()
    {
        var files = SomePackage.Changed("template.yaml", "[email, sms]", "[email]");
        files.Remove("sms.sbntxt");
        files.Remove("expected.sms.txt");

        Assert.Throws<ArgumentException>(() => ContentBundle.Create(SomePackage.Good(files), [Channel.Email, Channel.Sms], "true", Profiles));
        Assert.Throws<ArgumentException>(() => ContentBundle.Create(SomePackage.Good(files), [], "true", Profiles));
    }

    private static ContentBundle Of(IReadOnlyDictionary<string, byte[]> files, IReadOnlyDictionary<string, string>? profiles = null) =>
        ContentBundle.Create(SomePackage.Good(files), [Channel.Email, Channel.Sms], "age >= 18", profiles ?? Profiles);

    private static void AssertChanged(ContentBundle other) => Assert.NotEqual(Bundle.ComputeHash(), other.ComputeHash());
}
