using System.Globalization;
using Microsoft.DurableTask.Client;

namespace Orchestration.LocalRuntime.Durable.Client;

/// <summary>Builds the end of a query on instances (alias i).</summary>
internal sealed class InstanceFilter
{
    private readonly List<string> _conditions = [];
    private readonly List<object?> _parameters = [];

    /// <summary>The conditions, the order of the ids, and how many rows there may be.</summary>
    public (string Sql, object?[] Parameters) Build(int limit)
    {
        var where = _conditions.Count == 0 ? "" : "WHERE " + string.Join(" AND ", _conditions);
        return ($"{where} ORDER BY i.id LIMIT ${_parameters.Count + 1}", [.. _parameters, limit]);
    }

    /// <param name="condition">With {0} in place of the value.</param>
    /// <param name="value">The value.</param>
    public void Add(string condition, object value)
    {
        _parameters.Add(value);
        _conditions.Add(string.Format(CultureInfo.InvariantCulture, condition, $"${_parameters.Count}"));
    }

    public void AddAfter(string? instanceId)
    {
        if (!string.IsNullOrEmpty(instanceId))
        {
            Add("i.id > {0}", instanceId);
        }
    }

    public void AddPrefix(string? prefix)
    {
        if (!string.IsNullOrEmpty(prefix))
        {
            Add("i.id >= {0} AND substr(i.id, 1, length({0})) = {0}", prefix);
        }
    }

    public void AddStatuses(IEnumerable<OrchestrationRuntimeStatus>? statuses)
    {
        if (statuses is not null)
        {
            _conditions.Add($"i.status IN ({string.Join(", ", statuses.Select(status => (int)status))})");
        }
    }

    /// <summary>Both bounds included.</summary>
    public void AddRange(string column, DateTimeOffset? from, DateTimeOffset? to)
    {
        if (from is not null)
        {
            Add(column + " >= {0}", from.Value.UtcTicks);
        }

        if (to is not null)
        {
            Add(column + " <= {0}", to.Value.UtcTicks);
        }
    }
}
