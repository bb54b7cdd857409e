using Orchestration.Campaigns.Revisions;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Campaigns.Revisions;

public sealed class RevisionVerdictTests
{
    [Fact]
    public void Of_FirstRevision_Applies() => Assert.Equal((RevisionPhase.Applying, null), Of(withdrawn: 0, remaining: 0));

    [Theory]
    [InlineData(0, 100, RevisionPhase.Applying)]
    [InlineData(10, 100, RevisionPhase.Applying)]
    [InlineData(11, 100, RevisionPhase.WaitingForConfirmation)]
    [InlineData(1, 10, RevisionPhase.Applying)]
    [InlineData(1, 9, RevisionPhase.WaitingForConfirmation)]
    [InlineData(3, 3, RevisionPhase.WaitingForConfirmation)]
    public void Of_WithdrawsSome_WaitsBeyondATenthOfWhatRemains(int withdrawn, int remaining, RevisionPhase phase) =>
        Assert.Equal(phase, Of(withdrawn, remaining).Phase);

    [Fact]
    public void Of_WithdrawsMuch_SaysHowMuchInFrench() =>
        Assert.Equal("retire 3 des 12 envois qui restent (25 %)", Of(withdrawn: 3, remaining: 12).Why);

    [Theory]
    [InlineData(null, RevisionPhase.Applying)]
    [InlineData(4, RevisionPhase.Applying)]
    [InlineData(3, RevisionPhase.WaitingForConfirmation)]
    public void Of_MadeFromARevision_WaitsWhenThatIsNoLongerInForce(int? basedOn, RevisionPhase phase) =>
        Assert.Equal(phase, Of(basedOn: basedOn, applied: 4).Phase);

    [Fact]
    public void Of_LaterRevisionCame_IsSupersededWhateverWasDecided()
    {
        foreach (var decision in new[] { null, Decision(true), Decision(false) })
            Assert.Equal((RevisionPhase.Superseded, "remplacée par la révision 6"), Of(withdrawn: 9, remaining: 9, latest: 6, decision: decision));
    }

    [Fact]
    public void Of_ConfirmedOrRefused_FollowsThePerson()
    {
        Assert.Equal(RevisionPhase.Applying, Of(withdrawn: 9, remaining: 9, basedOn: 1, applied: 4, decision: Decision(true)).Phase);
        Assert.Equal((RevisionPhase.Rejected, "refusée par léa"), Of(decision: Decision(false)));
    }

    private static (RevisionPhase Phase, string? Why) Of(
        int withdrawn = 0, int remaining = 0, int? basedOn = null, int applied = 0, int latest = 5, RevisionDecision? decision = null) =>
        RevisionVerdict.Of(
            new CalendarRevision("essai-2027", 5, basedOn, "hash", "essai.yaml", Some.Now, []),
            new CalendarHead(latest, "hash", applied),
            decision,
            new ChangeCounts(0, 0, withdrawn, 0),
            remaining);

    private static RevisionDecision Decision(bool confirmed) => new(confirmed, "léa", null, Some.Now);
}
