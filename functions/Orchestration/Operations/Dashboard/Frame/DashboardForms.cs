using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Azure.Functions.Worker;
using Orchestration.Security;

namespace Orchestration.Operations.Dashboard;

/// <summary>Reads the forms that the dashboard posts to itself.</summary>
public sealed class DashboardForms(Antiforgery antiforgery)
{
    private const int LargestForm = 64 * 1024;

    private const string ContentType = "application/x-www-form-urlencoded";

    /// <returns>The fields, by name, trimmed; or, when the form may not be taken, the page that says so.</returns>
    public async Task<(IReadOnlyDictionary<string, string> Fields, IResult? Refusal)> ReadAsync(
        HttpRequest request, FunctionContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var http = request.HttpContext;
        var fields = await ReadFieldsAsync(request, cancellation);
        if (fields is null)
            return (NoFields, PageAnswers.Refuse(http, 413, "Formulaire trop long", "Ce formulaire est trop long, ou n’en est pas un. Raccourcissez vos textes."));
        return antiforgery.Accepts(request, context.Caller(), fields.GetValueOrDefault(Antiforgery.Field))
            ? (fields, null)
            : (NoFields, PageAnswers.Forbidden(http, "Ce formulaire ne vient pas d’une page de votre session. Rouvrez la page et recommencez."));
    }

    /// <returns>Null when it is no form, or too long a one.</returns>
    internal static async Task<IReadOnlyDictionary<string, string>?> ReadFieldsAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentType?.StartsWith(ContentType, StringComparison.OrdinalIgnoreCase) != true)
            return null;
        var bytes = new byte[LargestForm + 1];
        var length = await request.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation);
        if (length > LargestForm)
            return null;
        using var reader = new FormReader(Encoding.UTF8.GetString(bytes, 0, length));
        var form = await reader.ReadFormAsync(cancellation);
        return form.ToDictionary(field => field.Key, field => field.Value.ToString().Trim(), StringComparer.Ordinal);
    }

    private static IReadOnlyDictionary<string, string> NoFields => new Dictionary<string, string>();
}
