using Orchestration.Campaigns;
using Orchestration.Messages;

namespace Orchestration.Tests.Messages;

public sealed class MessageIdTests
{
    private static readonly SendKey Key = SendKey.Create("demo-2027", "ror", "invitation", "1");

    /// <summary>RFC 9562 appendix A.4, and the vectors of other implementations' documentation.</summary>
    [Theory]
    [InlineData("6ba7b810-9dad-11d1-80b4-00c04fd430c8", "www.example.com", "2ed6657d-e927-568b-95e1-2665a8aea6a2")]
    [InlineData("6ba7b810-9dad-11d1-80b4-00c04fd430c8", "python.org", "886313e1-3b8a-5372-9b90-0c9aee199e5d")]
    [InlineData("6ba7b811-9dad-11d1-80b4-00c04fd430c8", "http://www.example.com/", "fcde3c85-2270-590f-9e7c-ee003d65e0e2")]
    public void UuidV5_PublishedVectors_AreReproduced(string space, string name, string expected) =>
        Assert.Equal(Guid.Parse(expected), UuidV5.Create(Guid.Parse(space), name));

    [Fact]
    public void UuidV5_NonAsciiName_IsTakenAsUtf8()
    {
        var id = UuidV5.Create(Guid.Parse("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "été");

        Assert.Equal(Guid.Parse("8224b925-3746-571e-83b3-5ab8fe2f5307"), id);
    }

    [Fact]
    public void Create_SameKeyAndPerson_NeverChanges() =>
        Assert.Equal(Guid.Parse("96767299-7b31-50ef-bae4-950402bff32e"), MessageId.Create(Key, "A1B2C3"));

    [Fact]
    public void Create_AnotherPersonOrOccurrence_IsAnotherId()
    {
        var other = SendKey.Create("demo-2027", "ror", "invitation", "2");

        Guid[] ids = [MessageId.Create(Key, "A1"), MessageId.Create(Key, "A2"), MessageId.Create(other, "A1"), MessageId.Create(Key, "a1")];

        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Equal(5, id.Version));
    }

    [Fact]
    public void Create_WithoutPersonOrKey_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => MessageId.Create(Key, ""));
        Assert.Throws<ArgumentNullException>(() => MessageId.Create(default, "A1"));
    }
}
