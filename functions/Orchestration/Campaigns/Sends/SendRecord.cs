using Orchestration.Planning;

namespace Orchestration.Campaigns.Sends;

/// <summary>The plan of one occurrence as it stands; a revision of the calendar rewrites it.</summary>
/// <param name="Plan">To whom, through what, when.</param>
/// <param name="Revision">Of the calendar, that wrote it last.</param>
/// <param name="Withdrawn">True when that revision no longer has the send: what has not gone does not go.</param>
/// <param name="Started">True once its orchestration was started, which happens once.</param>
/// <param name="Scan">For a day of a journey, which search of the revision for those whose day it is wrote it last; null for any other send.</param>
public sealed record SendRecord(PlannedSend Plan, int Revision, bool Withdrawn, bool Started, int? Scan = null)
{
    /// <summary>The first of its caisses decides, or has decided: another search does not change it any more.</summary>
    public bool HasBegun(DateTimeOffset now) => !Withdrawn && Plan.Zones.Min(zone => zone.PrepareAt) <= now;
}
