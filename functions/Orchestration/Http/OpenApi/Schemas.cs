using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Orchestration.Campaigns;
using Orchestration.Planning;
using Orchestration.Storage;

namespace Orchestration.Http.OpenApi;

/// <summary>JSON schemas of records, as the serializer writes them; each record of the app stands once, under its name.</summary>
internal sealed class Schemas
{
    private const string Place = "#/components/schemas/";

    private static readonly JsonSerializerOptions Options = new(Json.Options)
    {
        NumberHandling = JsonNumberHandling.Strict,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    private readonly SortedDictionary<string, JsonNode> _named = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Type> _types = [];

    /// <summary>All that were asked for, and all that those hold, by name.</summary>
    public JsonObject Named => new(_named.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)one.Value.DeepClone())));

    /// <summary>The schema of a type: a reference where it is a record of the app.</summary>
    /// <exception cref="InvalidOperationException">Two records of one name.</exception>
    public JsonNode Of(Type type) => IsRecord(type) ? Reference(type) : Export(type);

    /// <summary>The same, of a body that is read strictly: no other members.</summary>
    public JsonNode OfBody(Type type)
    {
        var reference = Reference(type);
        _named[NameOf(type)]["additionalProperties"] = false;
        return reference;
    }

    private JsonObject Reference(Type type)
    {
        var name = NameOf(type);
        if (_types.TryAdd(name, type))
            _named[name] = Export(type);
        else if (_types[name] != type)
            throw new InvalidOperationException($"{type} and {_types[name]} would have the same schema '{name}'.");
        return new JsonObject { ["$ref"] = Place + name };
    }

    private JsonNode Export(Type type) => Options.GetJsonSchemaAsNode(type, new JsonSchemaExporterOptions
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = Transform,
    });

    private JsonNode Transform(JsonSchemaExporterContext context, JsonNode schema)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        if (type == typeof(SendKey) || type == typeof(TimeWindow))
            return new JsonObject { ["type"] = "string" };
        if (context.Path.Length > 0 && IsRecord(type))
            return Reference(type);
        if (schema is not JsonObject members)
            return new JsonObject();
        if (!IsWrittenAsNull(context))
            Strip(members);
        if (type.IsEnum)
            members["type"] ??= "string";
        Require(context, members);
        return members;
    }

    /// <summary>Nulls are left out of what is written, and read as if they were not there.</summary>
    private static void Strip(JsonObject schema)
    {
        if (schema["type"] is JsonArray types)
            schema["type"] = types.Select(type => type!.GetValue<string>()).First(type => type != "null");
        if (schema["enum"] is JsonArray words)
            schema["enum"] = new JsonArray([.. words.Where(word => word is not null).Select(word => word!.DeepClone())]);
        schema.Remove("default");
    }

    /// <summary>What may be null may be absent.</summary>
    private static void Require(JsonSchemaExporterContext context, JsonObject schema)
    {
        if (context.TypeInfo.Kind != JsonTypeInfoKind.Object)
            return;
        var required = context.TypeInfo.Properties
            .Where(property => property.Get is not null && (!property.IsGetNullable || NeverIgnored(property)))
            .Select(property => (JsonNode)property.Name);
        schema["required"] = new JsonArray([.. required]);
        if (((JsonArray)schema["required"]!).Count == 0)
            schema.Remove("required");
    }

    private static bool IsWrittenAsNull(JsonSchemaExporterContext context) => context.PropertyInfo is { } property && NeverIgnored(property);

    private static bool NeverIgnored(JsonPropertyInfo property) =>
        property.AttributeProvider?.GetCustomAttributes(typeof(JsonIgnoreAttribute), true) is [JsonIgnoreAttribute { Condition: JsonIgnoreCondition.Never }];

    private static bool IsRecord(Type type) => type.Assembly == Assembly.GetExecutingAssembly() && !type.IsEnum
        && Options.GetTypeInfo(type).Kind == JsonTypeInfoKind.Object;

    private static string NameOf(Type type) =>
        type.IsGenericType ? $"{type.Name.Split('`')[0]}Of{string.Concat(type.GetGenericArguments().Select(NameOf))}" : type.Name;
}
