using Azure.Storage.Blobs;

namespace Orchestration.Storage;

/// <summary>The containers, one per concept. The names are part of the contract with those who upload and read.</summary>
public sealed class Containers
{
    public Containers(StorageAccounts accounts)
    {
        var exchange = accounts.Blobs(StorageAccounts.Exchange);
        var data = accounts.Blobs(StorageAccounts.Data);
        BlobContainerClient Exchange(string name) => Add(exchange, name);
        BlobContainerClient Data(string name) => Add(data, name);

        Calendars = Exchange("calendars");
        CalendarReports = Exchange("calendar-reports");
        Waves = Exchange("waves");
        WaveReports = Exchange("wave-reports");
        Templates = Exchange("templates");
        TemplateReports = Exchange("template-reports");
        Reports = Exchange("reports");

        Datamart = Data("datamart");
        Snapshots = Data("snapshots");
        Revisions = Data("revisions");
        Contents = Data("contents");
        Sends = Data("sends");
        Orders = Data("orders");
        Requests = Data("requests");
        Journeys = Data("journeys");
        Visas = Data("visas");
        Control = Data("control");
        Decisions = Data("decisions");
        Lots = Data("lots");
        Progress = Data("progress");
        Suppressions = Data("suppressions");
        Keys = Data("keys");
        Sessions = Data("sessions");
        Failures = Data("failures");
        Outbox = Data("outbox");
    }

    /// <summary>Calendars as planners upload them.</summary>
    public BlobContainerClient Calendars { get; }

    public BlobContainerClient CalendarReports { get; }

    /// <summary>Media waves as the agency delivers them.</summary>
    public BlobContainerClient Waves { get; }

    public BlobContainerClient WaveReports { get; }

    /// <summary>Templates as authors upload them.</summary>
    public BlobContainerClient Templates { get; }

    public BlobContainerClient TemplateReports { get; }

    /// <summary>The report of each send.</summary>
    public BlobContainerClient Reports { get; }

    /// <summary><c>{date}/{public}/{caisse}.csv[.gz]</c>, <c>{date}/schema.json</c>, <c>{date}/manifest.json</c>.</summary>
    public BlobContainerClient Datamart { get; }

    /// <summary>Which snapshot is current; rejected rows.</summary>
    public BlobContainerClient Snapshots { get; }

    /// <summary>Calendar revisions.</summary>
    public BlobContainerClient Revisions { get; }

    /// <summary>Template versions and content bundles, by hash.</summary>
    public BlobContainerClient Contents { get; }

    /// <summary>The plan of each occurrence.</summary>
    public BlobContainerClient Sends { get; }

    /// <summary>Campaigns that caisses ordered or wrote, <c>{caisse}/{order}.json</c>.</summary>
    public BlobContainerClient Orders { get; }

    /// <summary>Requests that carried an idempotency key, with their answers.</summary>
    public BlobContainerClient Requests { get; }

    /// <summary>On which days the journeys of a calendar have somebody, by search.</summary>
    public BlobContainerClient Journeys { get; }

    public BlobContainerClient Visas { get; }

    public BlobContainerClient Control { get; }

    public BlobContainerClient Decisions { get; }

    /// <summary>Recipients and rendered messages, by lot.</summary>
    public BlobContainerClient Lots { get; }

    /// <summary>What became of each message of a lot.</summary>
    public BlobContainerClient Progress { get; }

    public BlobContainerClient Suppressions { get; }

    /// <summary>Callers' keys, hashed.</summary>
    public BlobContainerClient Keys { get; }

    /// <summary>Of people on the dashboard, hashed: <c>codes/{id}.json</c>, <c>sessions/{id}.json</c>.</summary>
    public BlobContainerClient Sessions { get; }

    /// <summary>Why queue messages were given up.</summary>
    public BlobContainerClient Failures { get; }

    /// <summary>Messages of tests, <c>{sendKey}/{message id}.eml</c> or <c>.json</c>, where an installation keeps them in blobs.</summary>
    public BlobContainerClient Outbox { get; }

    public List<BlobContainerClient> All { get; } = [];

    /// <summary>Of all containers.</summary>
    public RecentBlobs Recent { get; } = new();

    public Task CreateAllAsync(CancellationToken cancellation) =>
        Task.WhenAll(All.Select(container => container.CreateIfNotExistsAsync(cancellationToken: cancellation)));

    private BlobContainerClient Add(BlobServiceClient service, string name)
    {
        var container = service.GetBlobContainerClient(name);
        All.Add(container);
        return container;
    }
}
