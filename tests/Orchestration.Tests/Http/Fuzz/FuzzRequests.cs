using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Orchestration.Http.OpenApi;
using Orchestration.Tests.Scenarios.Support;

namespace Orchestration.Tests.Http.Fuzz;

/// <summary>Requests to the routes of the API, most of which are wrong somewhere.</summary>
internal sealed class FuzzRequests(JsonNode document, int seed)
{
    private static readonly Dictionary<string, string[]> Values = new()
    {
        ["calendar"] = [SomeCalendar.Id],
        ["number"] = ["1"],
        ["send"] = [SomeCalendar.Invitation, SomeCalendar.Staff],
        ["action"] = ["pause", "resume"],
        ["trigger"] = ["pic-epidemique"],
        ["audience"] = ["dicom", "CPAM-80"],
        ["caisse"] = [CampaignFuzz.Caisse],
        ["kind"] = ["library", "custom"],
        ["name"] = ["compte-ameli-services", "information-locale"],
    };

    private static readonly string[] OddPlaces = ["x", "é", "a b", "-1", "CPAM-75", "a.b.c.1", "👩", "%F0%9F", "'", "\"", new string('a', 300), "0", "99999999999"];

    private static readonly string[] ContentTypes = ["application/json; charset=latin1", "text/plain", "application/xml", "multipart/form-data"];

    private readonly Random _random = new(seed);
    private readonly FuzzBodies _bodies = new(document, new Random(seed));

    /// <param name="route">Where to.</param>
    /// <param name="ids">Of campaigns that are there.</param>
    public HttpRequestMessage Next(ApiRoute route, IReadOnlyList<string> ids)
    {
        var request = new HttpRequestMessage(new HttpMethod(route.Method.ToUpperInvariant()), PathOf(route, ids) + QueryOf(route));
        if (route.Method != "get")
        {
            request.Content = new ByteArrayContent(_bodies.Next(SchemaOf(document, route)));
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(_random.Next(20) == 0 ? Of(ContentTypes) : "application/json");
        }

        if (_random.Next(8) == 0)
            request.Headers.TryAddWithoutValidation("Idempotency-Key", Of(["k", "", "\u007f", new string('k', 129), "a b", _random.Next().ToString(CultureInfo.InvariantCulture)]));
        return request;
    }

    public static JsonNode? SchemaOf(JsonNode document, ApiRoute route) =>
        document["paths"]![route.Path]![route.Method]!["requestBody"]?["content"]!["application/json"]!["schema"];

    private string PathOf(ApiRoute route, IReadOnlyList<string> ids)
    {
        var path = new StringBuilder(route.Path);
        foreach (var parameter in route.Pattern.Parameters)
        {
            var usual = parameter.Name == "id" && ids.Count > 0 ? [.. ids] : Values.GetValueOrDefault(parameter.Name, ["x"]);
            path.Replace($"{{{parameter.Name}}}", Uri.EscapeDataString(_random.Next(12) == 0 ? Of(OddPlaces) : Of(usual)));
        }

        return path.ToString();
    }

    /// <summary>What can be tried is only tried, nine times in ten.</summary>
    private string QueryOf(ApiRoute route)
    {
        var query = route.Query.Where(parameter => _random.Next(10) > 0).Select(parameter =>
            $"{parameter.Name}={(parameter.Type == typeof(bool) && _random.Next(20) > 0 ? "true" : Uri.EscapeDataString(Of(["1", "-1", "é", "", "2027-W99", "\u202e", "x&y"])))}");
        return "?" + string.Join('&', query);
    }

    private string Of(string[] values) => values[_random.Next(values.Length)];
}
