using Orchestration.Campaigns;
using Orchestration.Campaigns.Control;
using Orchestration.Campaigns.Sends;
using Orchestration.Campaigns.Visas;
using Orchestration.Operations.Dashboard.Visas;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Operations.Dashboard;

public sealed class VisaListTests
{
    private static readonly SendKey Model = SendKey.Parse("bibliotheque.carte-vitale.modele.v2");

    [Fact]
    public void Of_WhatWaits_StandsWithThoseWhoDecideSoonestFirst()
    {
        var list = List([Request(Some.OtherKey, hours: 2), Request(Some.Key, hours: 1), Request(Model), Request(SendKey.Parse("cmd-cpam-80-6d2f01c4-8f2a.a.b.1"), caisse: "CPAM-80")]);

        Assert.Equal([Some.Key, Some.OtherKey], list.National.Select(one => one.Request.Send));
        Assert.Equal(Model, Assert.Single(list.Models).Request.Send);
        Assert.Equal("CPAM-80", Assert.Single(list.Custom).Request.Caisse);
        Assert.Equal(4, list.Count);
    }

    [Fact]
    public void Of_TwoContentsOfOneSend_SaysWhichOneIsReplaced()
    {
        var older = Request(Some.Key) with { ContentHash = new string('b', 64), At = Some.Now.AddDays(-2) };

        var list = List([older, Request(Some.Key)]);

        Assert.Equal([older], list.National.Where(one => one.IsReplaced).Select(one => one.Request));
    }

    [Fact]
    public void Of_WhatNoLongerGoes_IsLeftOut()
    {
        var cancelled = ControlBoard.Clear.With(Some.Key, new ControlEntry(SendControl.Cancelled, "léa", "essai", Some.Now));
        Assert.Empty(VisaList.Of([Request(Some.Key)], Records(), cancelled, Some.Now).National);
        Assert.Empty(VisaList.Of([Request(Some.Key)], Records(withdrawn: true), ControlBoard.Clear, Some.Now).National);
        Assert.Empty(VisaList.Of([Request(Some.Key)], Records(), ControlBoard.Clear, Some.ExpiresAt).National);
    }

    [Fact]
    public void LastApproved_ALaterRefusal_TakesAnApprovalBack()
    {
        Visa[] history = [Decision('a', true, 1), Decision('b', true, 2), Decision('b', false, 3), Decision('c', true, 4), Decision('d', true, 0)];

        Assert.Equal(new string('a', 64), VisaHistory.LastApproved(history, new string('c', 64))?.ContentHash);
        Assert.Null(VisaHistory.LastApproved(history[..1], new string('a', 64)));
    }

    private static Visa Decision(char hash, bool granted, int hour) => new(new string(hash, 64), granted, "léa", null, Some.Now.AddHours(hour));

    private static VisaList List(IReadOnlyList<VisaRequest> pending) => VisaList.Of(pending, Records(), ControlBoard.Clear, Some.Now);

    private static Dictionary<SendKey, SendRecord> Records(bool withdrawn = false) => new[] { Some.Key, Some.OtherKey, SendKey.Parse("cmd-cpam-80-6d2f01c4-8f2a.a.b.1") }
        .ToDictionary(key => key, key => Some.Record() with { Plan = Some.Plan() with { Key = key }, Withdrawn = withdrawn });

    private static VisaRequest Request(SendKey send, int hours = 0, string? caisse = null) =>
        new(send, new string('a', 64), "national/essai", "Dicom/DCP", "Rougeole", Some.Now.AddHours(hours), Some.Now, caisse);
}
