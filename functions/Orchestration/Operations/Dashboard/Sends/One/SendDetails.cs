using Orchestration.Campaigns.CaisseSends;
using Orchestration.Campaigns.Control;
using Orchestration.Campaigns.Reports;
using Orchestration.Campaigns.Visas;

namespace Orchestration.Operations.Dashboard.Sends;

/// <summary>More of one send than the list needs.</summary>
/// <param name="Caisses">Where each stands that has somebody, sorted; none before the send is launched.</param>
/// <param name="Report">Its account; null before there is one.</param>
/// <param name="Trail">What was decided of it, newest first.</param>
/// <param name="Visa">What was asked last about its content; null when nothing was.</param>
internal sealed record SendDetails(IReadOnlyList<CaisseStatus> Caisses, SendReport? Report, IReadOnlyList<ControlChange> Trail, VisaRequest? Visa);
