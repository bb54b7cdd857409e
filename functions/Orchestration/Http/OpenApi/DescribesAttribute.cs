namespace Orchestration.Http.OpenApi;

/// <summary>
/// What an HTTP function does, for <c>GET /api/openapi.json</c>. Every route of the API has one, beside its <c>[Allow]</c>:
/// <code>
/// [Describes("Commande une campagne clé en main.", Request = typeof(OrderRequest), Response = typeof(OrderView), Status = 201, Idempotent = true, Refusals = [409])]
/// [HasQuery("dry-run", "true : répond l'audience et le coût, sans rien commander.", typeof(bool))]
/// </code>
/// A function of several methods has one for each, with its <see cref="Method"/>. Schemas are made of the records: of <see cref="Request"/> that which
/// the reader of the body gives, of <see cref="Response"/> that which is written. Paths, parameters of the path, roles, and the refusals that
/// every route may answer (400, 401, 403, 404, 413, 415, 422, 429, 500, where they can happen) need not be said.
/// </summary>
/// <param name="summary">What it does: one French sentence.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class DescribesAttribute(string summary) : Attribute
{
    public string Summary { get; } = summary;

    /// <summary>"post"; null for every method of the function.</summary>
    public string? Method { get; set; }

    /// <summary>Record of the JSON body; null for none.</summary>
    public Type? Request { get; set; }

    /// <summary>Record of the JSON answer, or an array of them; null for none, or for another <see cref="ContentType"/>.</summary>
    public Type? Response { get; set; }

    /// <summary>Record of the answer, with 200, to <c>?dry-run=true</c>; null where nothing can be tried.</summary>
    public Type? DryRun { get; set; }

    /// <summary>Status when it succeeds.</summary>
    public int Status { get; set; } = 200;

    /// <summary>Of the answer when it is not JSON.</summary>
    public string? ContentType { get; set; }

    /// <summary>Takes the header <c>Idempotency-Key</c>.</summary>
    public bool Idempotent { get; set; }

    /// <summary>Statuses of further refusals, such as 409.</summary>
    public int[] Refusals { get; set; } = [];
}

/// <summary>A parameter of the query, for <c>GET /api/openapi.json</c>; always optional.</summary>
/// <param name="name">As it is written.</param>
/// <param name="summary">What it does: one French sentence.</param>
/// <param name="type"><c>string</c>, <c>int</c>, <c>bool</c> or <c>DateOnly</c>.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class HasQueryAttribute(string name, string summary, Type type) : Attribute
{
    public string Name { get; } = name;

    public string Summary { get; } = summary;

    public Type Type { get; } = type;
}

/// <summary>The function answers a list by pages: <c>?limit=</c> and <c>?after=</c> of <see cref="Paging"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class HasPagesAttribute : Attribute;
