using Microsoft.Data.Sqlite;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Orchestration.LocalRuntime.Durable.Payloads;
using Orchestration.LocalRuntime.Durable.Storage;

namespace Orchestration.LocalRuntime.Durable.Client;

/// <summary>Reads what clients see of instances.</summary>
internal sealed class MetadataReader(StoreReader reader, PayloadSerializer payloads, DataConverter converter, string hub)
{
    private const string Columns =
        "i.id, i.name, i.status, i.created, i.updated, i.custom_status, i.output, i.failure, n.input";

    private const string From = "FROM instances i LEFT JOIN inputs n ON n.instance = i.key";

    public OrchestrationMetadata? Find(string instanceId, bool withPayloads)
    {
        var filter = new InstanceFilter();
        filter.Add("i.id = {0}", instanceId);
        return Read(filter, 1, withPayloads) is [var metadata] ? metadata : null;
    }

    /// <summary>One page, in the order of the ids.</summary>
    public Page<OrchestrationMetadata> Query(OrchestrationQuery query, int pageSize, string? continuationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(pageSize);
        if (query.TaskHubNames is { } hubs && !hubs.Contains(hub, StringComparer.OrdinalIgnoreCase))
        {
            return new Page<OrchestrationMetadata>([]);
        }

        var filter = new InstanceFilter();
        filter.AddAfter(continuationToken);
        filter.AddPrefix(query.InstanceIdPrefix);
        filter.AddStatuses(query.Statuses);
        filter.AddRange("i.created", query.CreatedFrom, query.CreatedTo);
        return Page(Read(filter, pageSize + 1, query.FetchInputsAndOutputs), pageSize, metadata => metadata.InstanceId);
    }

    /// <summary>One page of ids, in their order.</summary>
    public Page<string> ListIds(
        IEnumerable<OrchestrationRuntimeStatus>? statuses,
        DateTimeOffset? completedFrom,
        DateTimeOffset? completedTo,
        int pageSize,
        string? lastInstanceKey)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(pageSize);
        var filter = new InstanceFilter();
        filter.AddAfter(lastInstanceKey);
        filter.AddStatuses(statuses);
        filter.AddRange("i.completed", completedFrom, completedTo);
        var (sql, parameters) = filter.Build(pageSize + 1);
        return Page(reader.Read($"SELECT i.id FROM instances i {sql}", parameters, row => row.GetString(0)), pageSize, id => id);
    }

    private static Page<T> Page<T>(IReadOnlyList<T> oneMore, int pageSize, Func<T, string> id)
        where T : notnull => oneMore.Count <= pageSize
            ? new Page<T>(oneMore)
            : new Page<T>([.. oneMore.Take(pageSize)], id(oneMore[pageSize - 1]));

    private IReadOnlyList<OrchestrationMetadata> Read(InstanceFilter filter, int limit, bool withPayloads)
    {
        var (sql, parameters) = filter.Build(limit);
        return reader.Read($"SELECT {Columns} {From} {sql}", parameters, row => ToMetadata(row, withPayloads));
    }

    private OrchestrationMetadata ToMetadata(SqliteDataReader row, bool withPayloads)
    {
        var failure = withPayloads && row.Text(7) is { } text ? StoredText.ToFailure(text) : null;
        return new OrchestrationMetadata(row.GetString(1), row.GetString(0))
        {
            RuntimeStatus = (OrchestrationRuntimeStatus)row.GetInt32(2),
            CreatedAt = StoredText.ToMoment(row.GetInt64(3)),
            LastUpdatedAt = StoredText.ToMoment(row.GetInt64(4)),
            DataConverter = withPayloads ? converter : null,
            SerializedCustomStatus = withPayloads ? row.Text(5) : null,
            SerializedOutput = withPayloads ? failure?.ToString() ?? Json(row.Text(6)) : null,
            SerializedInput = withPayloads ? Json(row.Text(8)) : null,
            FailureDetails = failure?.ToDetails(),
        };
    }

    private string? Json(string? text) => payloads.ReadJson(StoredText.ToPayload(text));
}
