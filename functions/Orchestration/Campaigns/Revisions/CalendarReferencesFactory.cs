using Orchestration.Audience.Datamart;
using Orchestration.Calendars;
using Orchestration.Messages.Library;

namespace Orchestration.Campaigns.Revisions;

/// <summary>What calendars may name, as it stands at the moment: the published templates and the fields of the current datamart.</summary>
public sealed class CalendarReferencesFactory(ContentLibrary library, SnapshotStore snapshots)
{
    public async Task<ICalendarReferences> CreateAsync(CancellationToken cancellation)
    {
        var templates = await library.TemplatesAsync(cancellation);
        var schema = await snapshots.CurrentAsync(cancellation) is { } date ? await snapshots.SchemaAsync(date, cancellation) : null;
        return new CalendarReferences(templates, schema);
    }
}
