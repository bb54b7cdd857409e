using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Orchestration.Storage;
using Orchestration.Wording;

namespace Orchestration.Http.OpenApi;

/// <summary>The API in OpenAPI 3.1, made of the functions themselves.</summary>
internal static class ApiDocument
{
    private static readonly (int Status, string Meaning)[] Refusals =
    [
        (400, "Demande illisible, ou paramètres faux."),
        (401, "Clé absente ou refusée."),
        (403, "Le rôle ne permet pas cette action."),
        (404, "Rien de ce nom, ou rien que cette clé puisse voir."),
        (409, "L'état présent ne le permet pas, ou la même demande est en cours."),
        (413, "Corps trop long."),
        (415, "Le corps n'est pas du JSON."),
        (422, "Demande à corriger : « errors » nomme chaque faute avec sa place."),
        (429, "Trop de demandes : « Retry-After » dit quand revenir."),
        (500, "Erreur interne."),
        (503, "Pas encore prêt."),
    ];

    public static JsonObject Create()
    {
        var schemas = new Schemas();
        var operations = new Operations(schemas);
        var paths = new JsonObject();
        foreach (var route in ApiRoute.All())
        {
            paths[route.Path] ??= new JsonObject();
            paths[route.Path]![route.Method] = operations.Describe(route);
        }

        var problem = schemas.Of(typeof(ProblemBody));
        return new JsonObject
        {
            ["openapi"] = "3.1.1",
            ["info"] = new JsonObject
            {
                ["title"] = "Marketing relationnel de l’Assurance Maladie",
                ["version"] = "1",
                ["description"] = French.Typeset("Toute réponse d'erreur est un « problem details » (RFC 9457), en français."),
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["securitySchemes"] = new JsonObject { [Operations.KeyScheme] = Key() },
                ["responses"] = new JsonObject(Refusals.Select(one => KeyValuePair.Create(one.Status.ToString(CultureInfo.InvariantCulture), (JsonNode?)Refusal(one.Meaning, problem)))),
                ["schemas"] = schemas.Named,
            },
        };
    }

    public static byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(Create(), Json.Indented);

    private static JsonObject Key() => new()
    {
        ["type"] = "http",
        ["scheme"] = "bearer",
        ["description"] = French.Typeset("Une clé, émise par « keys issue » : « Authorization: Bearer orc_… ». « x-roles » dit quels rôles peuvent appeler."),
    };

    private static JsonObject Refusal(string meaning, JsonNode schema) => new()
    {
        ["description"] = French.Typeset(meaning),
        ["content"] = new JsonObject { [ProblemResult.MediaType] = new JsonObject { ["schema"] = schema.DeepClone() } },
    };
}
