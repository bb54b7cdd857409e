using System.Net;
using System.Text.RegularExpressions;

namespace Orchestration.Tests.Scenarios.Support;

/// <summary>A person on the dashboard, with the cookies of one browser: opens pages, fills in their forms, follows nothing by itself.</summary>
public sealed partial class DashboardVisitor : IDisposable
{
    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _client;

    public DashboardVisitor(Uri address) => _client = new HttpClient(
        new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = _cookies })
    { BaseAddress = address };

    public HttpClient Client => _client;

    public IReadOnlyList<Cookie> Cookies => [.. _cookies.GetAllCookies().Cast<Cookie>()];

    /// <summary>A page that must be there.</summary>
    public async Task<string> GetAsync(string address)
    {
        using var answer = await _client.GetAsync(address);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {answer.StatusCode} {page}");
        return page;
    }

    /// <summary>Posts a form as a browser does from a page of ours, with that page's antiforgery token.</summary>
    public async Task<HttpResponseMessage> PostAsync(string address, string fromPage, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(fromPage);
        return await SendAsync(address, "same-origin", [("antiforgery", token.Groups[1].Value), .. fields]);
    }

    /// <summary>Posts a form.</summary>
    /// <param name="address">Where to.</param>
    /// <param name="site">What the browser says of where it comes from; null for a program that says nothing.</param>
    /// <param name="fields">Of the form.</param>
    public async Task<HttpResponseMessage> SendAsync(string address, string? site, IEnumerable<(string Name, string Value)> fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        if (site is not null)
            request.Headers.Add("Sec-Fetch-Site", site);
        return await _client.SendAsync(request);
    }

    /// <summary>Posts, and gives the page to which the answer leads.</summary>
    public async Task<string> DoAsync(string address, string fromPage, params (string Name, string Value)[] fields)
    {
        using var answer = await PostAsync(address, fromPage, fields);
        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, $"{address}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return await GetAsync(answer.Headers.Location!.ToString());
    }

    /// <summary>The value of a hidden field of a page.</summary>
    public static string Hidden(string page, string name) =>
        Regex.Match(page, $"name=\"{Regex.Escape(name)}\" value=\"([^\"]*)\"") is { Success: true } found
            ? WebUtility.HtmlDecode(found.Groups[1].Value)
            : throw new InvalidOperationException($"The page has no field {name}.");

    public void Dispose() => _client.Dispose();

    [GeneratedRegex("name=\"antiforgery\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
