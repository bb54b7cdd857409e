using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing.Patterns;
using Orchestration.Wording;

namespace Orchestration.Http.OpenApi;

/// <summary>Describes one method of one route.</summary>
internal sealed class Operations(Schemas schemas)
{
    /// <summary>Name of the security scheme: a key in the header <c>Authorization</c>.</summary>
    public const string KeyScheme = "cle";

    private const string Refusals = "#/components/responses/";

    public JsonObject Describe(ApiRoute route)
    {
        var description = route.Description;
        var operation = new JsonObject
        {
            ["operationId"] = route.Function.DeclaringType!.Name + (IsOneOfMany(route) ? CultureInfo.InvariantCulture.TextInfo.ToTitleCase(route.Method) : ""),
            ["summary"] = French.Typeset(description?.Summary ?? ""),
            ["security"] = route.Roles is null ? new JsonArray() : new JsonArray(new JsonObject { [KeyScheme] = new JsonArray() }),
        };
        if (route.Roles is { } roles)
            operation["x-roles"] = new JsonArray([.. roles.Select(role => (JsonNode)role.ToString().ToLowerInvariant())]);
        if (Parameters(route) is { Count: > 0 } parameters)
            operation["parameters"] = parameters;
        if (description?.Request is { } body)
            operation["requestBody"] = new JsonObject { ["required"] = true, ["content"] = Content("application/json", schemas.OfBody(body)) };
        operation["responses"] = Responses(route, description);
        return operation;
    }

    private static bool IsOneOfMany(ApiRoute route) => ApiRoute.All().Count(other => other.Function == route.Function) > 1;

    private JsonArray Parameters(ApiRoute route)
    {
        var all = new JsonArray();
        foreach (var parameter in route.Pattern.Parameters)
            all.Add(Parameter(parameter.Name, "path", null, TypeOf(parameter)));
        foreach (var parameter in route.Query)
            all.Add(Parameter(parameter.Name, "query", parameter.Summary, parameter.Type));
        if (route.HasPages)
        {
            all.Add(Parameter("limit", "query", "Nombre d'éléments d'une page, 200 au plus.", typeof(int)));
            all.Add(Parameter("after", "query", "Clé de l'élément après lequel la page commence ; « next » de la page d'avant la donne.", typeof(string)));
        }

        if (route.Description?.Idempotent == true)
        {
            all.Add(Parameter(
                Idempotency.Header, "header", "De 1 à 128 caractères : la même clé, pendant 24 heures, n'exécute la demande qu'une fois et redonne sa réponse.", typeof(string)));
        }

        return all;
    }

    private JsonObject Parameter(string name, string place, string? summary, Type type)
    {
        var parameter = new JsonObject { ["name"] = name, ["in"] = place, ["schema"] = schemas.Of(type) };
        if (place == "path")
            parameter["required"] = true;
        if (summary is not null)
            parameter["description"] = French.Typeset(summary);
        return parameter;
    }

    private JsonObject Responses(ApiRoute route, DescribesAttribute? description)
    {
        var status = description?.Status ?? 200;
        var success = new JsonObject { ["description"] = status switch { 201 => "Créé.", 202 => "Pris en compte.", _ => "Fait." } };
        if (description?.ContentType is { } type)
            success["content"] = Content(type, new JsonObject { ["type"] = "string" });
        else if (description?.Response is { } body)
            success["content"] = Content("application/json", schemas.Of(body));
        var responses = new JsonObject();
        if (description?.DryRun is { } trial)
            responses["200"] = new JsonObject { ["description"] = French.Typeset("Essai : rien n'est commencé."), ["content"] = Content("application/json", schemas.Of(trial)) };
        responses[status.ToString(CultureInfo.InvariantCulture)] = success;
        foreach (var refusal in RefusalsOf(route, description).Order())
            responses[refusal.ToString(CultureInfo.InvariantCulture)] = new JsonObject { ["$ref"] = $"{Refusals}{refusal}" };
        return responses;
    }

    private static IEnumerable<int> RefusalsOf(ApiRoute route, DescribesAttribute? description)
    {
        HashSet<int> all = [500, .. description?.Refusals ?? []];
        if (route.Roles is not null)
            all.UnionWith([401, 403, 429]);
        if (route.Pattern.Parameters.Count > 0)
            all.Add(404);
        if (route.HasPages || route.Query.Any())
            all.Add(400);
        if (description?.Request is not null)
            all.UnionWith([400, 413, 415, 422]);
        if (description?.Idempotent == true)
            all.UnionWith([400, 409, 422]);
        return all;
    }

    private static JsonObject Content(string type, JsonNode schema) => new() { [type] = new JsonObject { ["schema"] = schema } };

    private static Type TypeOf(RoutePatternParameterPart parameter) =>
        parameter.ParameterPolicies.Any(policy => policy.Content == "int") ? typeof(int) : typeof(string);
}
