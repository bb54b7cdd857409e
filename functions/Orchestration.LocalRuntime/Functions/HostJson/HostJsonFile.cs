using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Orchestration.LocalRuntime.Functions.Hosting;

namespace Orchestration.LocalRuntime.Functions.HostJson;

/// <summary>
/// Reads host.json (https://learn.microsoft.com/azure/azure-functions/functions-host-json): a wrong value is a problem, a key that
/// nobody knows only a warning.
/// </summary>
internal static partial class HostJsonFile
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <param name="path">The file; must exist.</param>
    /// <param name="problems">Gets what is wrong.</param>
    /// <param name="unknown">Gets the paths of unknown keys.</param>
    public static HostSettings Read(string path, Problems problems, ICollection<string> unknown)
    {
        problems = problems.Within("host.json");
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path), Lenient);
            if (json.RootElement.ValueKind == JsonValueKind.Object)
                return Read(json.RootElement, problems, unknown);
            problems.Add("must be a JSON object");
        }
        catch (JsonException error)
        {
            problems.Add($"is not valid JSON: {error.Message}");
        }

        return HostSettings.Default;
    }

    private static HostSettings Read(JsonElement root, Problems problems, ICollection<string> unknown)
    {
        var top = new HostJsonSection(root, "", problems);
        if (!top.Has("version"))
            problems.Add("version is missing: it must be \"2.0\"");
        top.Text("version", "2.0", "\"2.0\"", version => version == "2.0");
        top.Ignore(
            "$schema", "logging", "aggregator", "applicationInsights", "concurrency", "customHandler", "extensionBundle", "functions",
            "healthMonitor", "managedDependency", "singleton", "telemetryMode", "watchDirectories", "watchFiles");
        var timeout = Timeout(top);
        var extensions = top.Section("extensions");
        extensions.Ignore("serviceBus", "eventHubs", "cosmosDB", "eventGrid", "sendGrid", "signalR", "warmup");
        var http = extensions.Section("http");
        var queues = extensions.Section("queues");
        var blobs = extensions.Section("blobs");
        var durable = extensions.Section("durableTask");
        var settings = new HostSettings(timeout, Http(http), Queues(queues), Blobs(blobs), Durable(durable));
        foreach (var key in new[] { top, extensions, http, queues, blobs, durable }.SelectMany(section => section.Unknown()))
            unknown.Add(key);
        return settings;
    }

    private static TimeSpan? Timeout(HostJsonSection top)
    {
        var fallback = HostSettings.Default.FunctionTimeout!.Value;
        var text = top.Text(
            "functionTimeout",
            fallback.ToString("c"),
            "a time span (hh:mm:ss) of up to 30 days, or \"-1\" for none",
            value => value == "-1" || (TimeSpan.TryParse(value, CultureInfo.InvariantCulture, out var parsed) && IsTimeout(parsed)));
        return text == "-1" ? null : TimeSpan.Parse(text, CultureInfo.InvariantCulture);
    }

    private static bool IsTimeout(TimeSpan time) => time > TimeSpan.Zero && time <= TimeSpan.FromDays(30);

    private static HttpSettings Http(HostJsonSection http)
    {
        http.Ignore("customHeaders", "dynamicThrottlesEnabled", "hsts");
        return new HttpSettings
        {
            RoutePrefix = http.Text("routePrefix", new HttpSettings().RoutePrefix, "a route without { or }", Prefix().IsMatch).Trim('/'),
            MaxConcurrentRequests = http.Limit("maxConcurrentRequests"),
            MaxOutstandingRequests = http.Limit("maxOutstandingRequests"),
        };
    }

    private static QueueSettings Queues(HostJsonSection queues)
    {
        var standard = new QueueSettings();
        var batchSize = queues.Integer("batchSize", standard.BatchSize, 1, QueueSettings.LargestBatch);
        return new QueueSettings
        {
            BatchSize = batchSize,
            NewBatchThreshold = queues.Integer("newBatchThreshold", batchSize * Environment.ProcessorCount / 2, 0, 1000),
            MaxDequeueCount = queues.Integer("maxDequeueCount", standard.MaxDequeueCount, 1),
            VisibilityTimeout = queues.Duration("visibilityTimeout", standard.VisibilityTimeout, TimeSpan.Zero, TimeSpan.FromDays(7)),
            MaxPollingInterval = queues.Duration(
                "maxPollingInterval", standard.MaxPollingInterval, TimeSpan.FromMilliseconds(100), TimeSpan.FromHours(1)),
            Base64 = queues.Text("messageEncoding", "base64", "\"base64\" or \"none\"", IsEncoding)
                .Equals("base64", StringComparison.OrdinalIgnoreCase),
        };

        static bool IsEncoding(string value) =>
            value.Equals("base64", StringComparison.OrdinalIgnoreCase) || value.Equals("none", StringComparison.OrdinalIgnoreCase);
    }

    private static BlobSettings Blobs(HostJsonSection blobs)
    {
        var standard = new BlobSettings();
        return new BlobSettings
        {
            MaxDegreeOfParallelism = blobs.Integer("maxDegreeOfParallelism", standard.MaxDegreeOfParallelism, 1),
            PoisonBlobThreshold = blobs.Integer("poisonBlobThreshold", standard.PoisonBlobThreshold, 1),
        };
    }

    private static DurableSettings Durable(HostJsonSection durable)
    {
        durable.Ignore(
            "defaultVersion", "entityMessageReorderWindowInMinutes", "extendedSessionIdleTimeoutInSeconds", "extendedSessionsEnabled",
            "grpcListenerMode", "httpSettings", "maxConcurrentEntityFunctions", "maxEntityOperationBatchSize", "maxGrpcMessageSizeInBytes",
            "maxOrchestrationActions", "maxQueuePollingInterval", "notifications", "overridableExistingInstanceStates",
            "rollbackEntityOperationsOnExceptions", "storageProvider", "storeInputsInOrchestrationHistory", "tracing",
            "useAppLease", "useGracefulShutdown", "useLegacyPartitionManagement", "versionFailureStrategy", "versionMatchStrategy");
        var standard = new DurableSettings();
        return new DurableSettings
        {
            HubName = durable.Text(
                "hubName", standard.HubName, "3 to 45 letters and digits that begin with a letter", HubName().IsMatch),
            MaxConcurrentActivities = durable.Integer("maxConcurrentActivityFunctions", standard.MaxConcurrentActivities, 1),
            MaxConcurrentOrchestrators = durable.Integer("maxConcurrentOrchestratorFunctions", standard.MaxConcurrentOrchestrators, 1),
        };
    }

    [GeneratedRegex("^[^{}]*$")]
    private static partial Regex Prefix();

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]{2,44}$")]
    private static partial Regex HubName();
}
