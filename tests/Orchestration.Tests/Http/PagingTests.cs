using System.Globalization;
using System.Text.Json;
using FsCheck.Fluent;
using Orchestration.Http;
using Orchestration.Storage;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Http;

public sealed class PagingTests
{
    [Fact]
    public void ReadPage_NothingAsked_IsTheBeginning() => Assert.Equal((50, null, null), Answers.Get("/l").Request.ReadPage());

    [Fact]
    public void ReadPage_Asked_IsThat() => Assert.Equal((7, "a-b", null), Answers.Get("/l", "?limit=7&after=a-b").Request.ReadPage());

    [Theory]
    [InlineData("?limit=0")]
    [InlineData("?limit=201")]
    [InlineData("?limit=-1")]
    [InlineData("?limit=%2B5")]
    [InlineData("?limit=")]
    [InlineData("?limit=1&limit=2")]
    [InlineData("?after=")]
    [InlineData("?after=a%00")]
    [InlineData("?after=%C3%A9")]
    public async Task ReadPage_NotPossible_Answers400(string query)
    {
        var problem = Answers.Get("/l", query).Request.ReadPage().Problem;

        var fault = Assert.Single((await problem!.ProblemAsync(400)).Errors!);
        Assert.Equal(query[..6] == "?limit" ? "?limit" : "?after", fault.Pointer);
    }

    [Fact]
    public void PageOf_More_GivesTheAddressOfTheRest()
    {
        var page = Answers.Get("/api/l", "?state=à+venir&limit=2&after=0").Request.PageOf(Letters("abc"), 2, letter => letter);

        Assert.Equal(["a", "b"], page.Items);
        Assert.Equal("/api/l?state=%C3%A0%20venir&after=b&limit=2", page.Next);
    }

    [Fact]
    public void PageOf_TheEnd_SaysNull() =>
        Assert.Equal("""{"items":["a","b"],"next":null}""", JsonSerializer.Serialize(Answers.Get("/l").Request.PageOf(Letters("ab"), 2, letter => letter), Json.Options));

    // Whatever the sizes: what is there from beginning to end comes once, though others come meanwhile.
    [Fact]
    public void PageOf_ListThatGrows_ShowsEachOnceAndInOrder() => Property.Holds(
        Gen.Choose(0, 60).Zip(Gen.Choose(1, 9)),
        sample =>
        {
            var (count, limit) = sample;
            var list = new SortedSet<string>(Enumerable.Range(0, count).Select(number => (number * 2).ToString("d4", CultureInfo.InvariantCulture)), StringComparer.Ordinal);
            var steady = list.ToList();
            var seen = new List<string>();
            for (var next = $"/l?limit={limit}"; next is not null; list.Add((seen.Count + 1).ToString("d4", CultureInfo.InvariantCulture)))
            {
                var http = Answers.Get("/l", new Uri("http://x" + next).Query);
                var (size, after, _) = http.Request.ReadPage();
                var page = http.Request.PageOf(list.Where(item => after is null || string.CompareOrdinal(item, after) > 0), size, item => item);
                seen.AddRange(page.Items);
                next = page.Next;
            }

            return seen.SequenceEqual(seen.Order(StringComparer.Ordinal).Distinct()) && !steady.Except(seen).Any();
        });

    private static IEnumerable<string> Letters(string letters) => letters.Select(letter => letter.ToString());
}
