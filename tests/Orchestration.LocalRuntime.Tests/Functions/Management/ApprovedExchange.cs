using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace Orchestration.LocalRuntime.Tests.Functions.Management;

/// <summary>
/// A file of folder Approved: a request (line, headers, body) and, after three dashes, the response to it that somebody read and approved
/// (status, headers that matter, body).
/// </summary>
internal sealed class ApprovedExchange
{
    private const string Separator = "---\n";

    private static readonly string[] HeadersThatMatter = ["Content-Type", "Location", "Retry-After", "x-ms-continuation-token"];

    private readonly string _path;
    private readonly string _text;
    private readonly string _request;

    public ApprovedExchange(string name)
    {
        _path = Path.Combine(Folder(), name + ".txt");
        _text = File.ReadAllText(_path);
        _request = _text[.._text.IndexOf(Separator, StringComparison.Ordinal)];
    }

    public static IEnumerable<string> Names() =>
        Directory.EnumerateFiles(Folder(), "*.txt").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);

    /// <summary>On a difference, what came out is written beside the approved file, as <c>.received</c>, to be read and renamed.</summary>
    public async Task MatchAsync(HttpClient http)
    {
        using var request = Request();
        using var response = await http.SendAsync(request);
        var received = _request + Separator + await WriteAsync(response);
        if (received != _text)
            await File.WriteAllTextAsync(_path + ".received", received);
        Assert.Equal(_text, received);
    }

    private HttpRequestMessage Request()
    {
        var parts = _request.Split("\n\n", 2);
        var lines = parts[0].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var line = lines[0].Split(' ');
        var request = new HttpRequestMessage(new HttpMethod(line[0]), line[1]);

        // The port changes with each run; Location repeats what the caller called.
        request.Headers.Host = "localhost:7071";
        if (parts.Length > 1)
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(parts[1].TrimEnd('\n')));
        foreach (var header in lines.Skip(1).Select(each => each.Split(": ")))
        {
            if (header[0] == "Content-Type")
                request.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse(header[1]);
            else
                request.Headers.Add(header[0], header[1]);
        }

        return request;
    }

    private static async Task<string> WriteAsync(HttpResponseMessage response)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{(int)response.StatusCode}\n");
        foreach (var name in HeadersThatMatter)
        {
            if (response.Headers.NonValidated.TryGetValues(name, out var values) || response.Content.Headers.NonValidated.TryGetValues(name, out values))
                text.Append($"{name}: {values}".TrimEnd()).Append('\n');
        }

        var body = await response.Content.ReadAsStringAsync();
        return (body.Length == 0 ? text : text.Append('\n').Append(body).Append('\n')).ToString();
    }

    private static string Folder()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Orchestration.sln")))
            root = Path.GetDirectoryName(root) ?? throw new InvalidOperationException("The repository's root was not found.");
        return Path.Combine(root, "tests", "Orchestration.LocalRuntime.Tests", "Functions", "Management", "Approved");
    }
}
