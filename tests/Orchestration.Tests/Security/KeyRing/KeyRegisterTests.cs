using Orchestration.Security;
using Orchestration.Security.KeyRing;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Security.KeyRing;

public sealed class KeyRegisterTests
{
    private static readonly KeyRequest Operator = new("léa", Role.Operator, TimeSpan.FromDays(90));

    [Fact]
    public async Task IssueAsync_KeyOfACaisse_OpensThatCaisseAndSaysWhoIssuedIt()
    {
        var storage = await AppStorage.TakeAsync();

        var issued = await Register(storage).IssueAsync(new KeyRequest("jeanne", Role.Caisse, TimeSpan.FromDays(30), "CPAM-80", true), "paul", default);

        Assert.Equal(new Caller("jeanne", Role.Caisse, "CPAM-80", true, issued.Key!.Id), await Keys(storage).FindAsync(issued.Text!, default));
        Assert.Equal((Some.Now, "paul", Some.Now.AddDays(30)), (issued.Key.IssuedAt, issued.Key.IssuedBy, issued.Key.ExpiresAt));
    }

    public static TheoryData<KeyRequest, string> Refused => new()
    {
        { Operator with { Role = Role.None }, "sans rôle" },
        { Operator with { Caller = " " }, "à qui" },
        { Operator with { Caller = "l\u202Eéa" }, "à qui" },
        { Operator with { Lifetime = TimeSpan.Zero }, "de 1 à 366" },
        { Operator with { Lifetime = TimeSpan.FromDays(367) }, "de 1 à 366" },
        { Operator with { Caisse = "CPAM-80" }, "avec le rôle «\u00A0caisse\u00A0» seulement" },
        { Operator with { Role = Role.Caisse }, "demande une caisse" },
        { Operator with { Role = Role.Caisse, Caisse = "CPAM-8O" }, "Vouliez-vous dire «\u00A0CPAM-80\u00A0»" },
        { Operator with { Role = Role.Caisse, Caisse = "la caisse de la Somme" }, "de la forme «\u00A0CPAM-80\u00A0»" },
        { Operator with { Role = Role.Caisse | Role.Reader, Caisse = "CPAM-80" }, "ne se cumule pas" },
        { Operator with { IsTest = true }, "Une clé d’essai va avec le rôle" },
        { Operator with { Role = Role.Validator, IsTest = true }, "Une clé d’essai va avec le rôle" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task IssueAsync_RequestThatMakesNoSense_IsRefusedAndLeavesNothing(KeyRequest request, string why)
    {
        var storage = await AppStorage.TakeAsync();

        var outcome = await Register(storage).IssueAsync(request, "paul", default);

        Assert.False(outcome.IsDone);
        Assert.Contains(why, outcome.Refusal, StringComparison.Ordinal);
        Assert.Empty(await Register(storage).ListAsync(default));
        Assert.Empty(await Register(storage).TrailAsync(default));
    }

    [Fact]
    public async Task IssueAsync_ThirdOfOneCallerRoleAndCaisse_IsRefusedUntilOneIsOver()
    {
        var storage = await AppStorage.TakeAsync();
        var register = Register(storage);
        var first = (await register.IssueAsync(Operator with { Lifetime = TimeSpan.FromDays(10) }, "paul", default)).Key!;
        var second = (await register.IssueAsync(Operator, "paul", default)).Key!;

        var third = await register.IssueAsync(Operator, "paul", default);

        Assert.Contains($"déjà 2 clés de ce rôle en service ({second.Id} et {first.Id})", third.Refusal, StringComparison.Ordinal);
        Assert.True((await register.IssueAsync(Operator with { Role = Role.Reader }, "paul", default)).IsDone);
        Assert.True((await register.IssueAsync(Operator with { Caller = "luc" }, "paul", default)).IsDone);
        storage.System.Advance(TimeSpan.FromDays(10));
        Assert.True((await register.IssueAsync(Operator, "paul", default)).IsDone);
        await register.RevokeAsync(second.Id, "perdue", "paul", default);
        Assert.True((await register.IssueAsync(Operator, "paul", default)).IsDone);
    }

    [Fact]
    public async Task RevokeAsync_LiveKey_IsRefusedAtTheNextCall()
    {
        var storage = await AppStorage.TakeAsync();
        var issued = await Register(storage).IssueAsync(Operator, "paul", default);
        var keys = Keys(storage);
        Assert.NotNull(await keys.FindAsync(issued.Text!, default));

        var revoked = await Register(storage.Another()).RevokeAsync(issued.Key!.Id, "poste perdu", "anne", default);

        Assert.Null(await keys.FindAsync(issued.Text!, default));
        Assert.Equal((Some.Now, "anne", "poste perdu"), (revoked.Key!.RevokedAt, revoked.Key.RevokedBy, revoked.Key.Reason));
    }

    [Fact]
    public async Task RevokeAsync_Twice_KeepsTheFirstReason()
    {
        var storage = await AppStorage.TakeAsync();
        var id = (await Register(storage).IssueAsync(Operator, "paul", default)).Key!.Id;
        await Register(storage).RevokeAsync(id, "poste perdu", "anne", default);
        storage.System.Advance(TimeSpan.FromDays(1));

        var again = await Register(storage).RevokeAsync(id, "par prudence", "luc", default);

        Assert.Equal((Some.Now, "anne", "poste perdu"), (again.Key!.RevokedAt, again.Key.RevokedBy, again.Key.Reason));
        Assert.Single(await Register(storage).TrailAsync(default), done => done.What == KeyAct.Revoked);
    }

    [Theory]
    [InlineData("000000000000", "perdue", "Aucune clé")]
    [InlineData("../used/0", "perdue", "Aucune clé")]
    [InlineData("", "perdue", "Aucune clé")]
    [InlineData("000000000000", " ", "motif")]
    public async Task RevokeAsync_UnknownKeyOrNoReason_IsRefused(string id, string reason, string why) =>
        Assert.Contains(why, (await Register(await AppStorage.TakeAsync()).RevokeAsync(id, reason, "paul", default)).Refusal, StringComparison.Ordinal);

    [Fact]
    public async Task RotateAsync_LiveKey_IsSucceededAndLivesOnForTheOverlap()
    {
        var storage = await AppStorage.TakeAsync();
        var old = await Register(storage).IssueAsync(Operator with { Role = Role.Caisse, Caisse = "CPAM-80", IsTest = true }, "paul", default);

        var rotated = await Register(storage).RotateAsync(old.Key!.Id, TimeSpan.FromDays(60), TimeSpan.FromDays(7), "anne", default);

        Assert.Equal(("léa", Role.Caisse, true, old.Key.Id, Some.Now.AddDays(60)),
            (rotated.Key!.Caller, rotated.Key.Role, rotated.Key.IsTest, rotated.Key.Replaces, rotated.Key.ExpiresAt));
        storage.System.Advance(TimeSpan.FromDays(7) - TimeSpan.FromTicks(1));
        Assert.NotNull(await Keys(storage).FindAsync(old.Text!, default));
        storage.System.Advance(TimeSpan.FromTicks(1));
        Assert.Null(await Keys(storage).FindAsync(old.Text!, default));
        Assert.NotNull(await Keys(storage).FindAsync(rotated.Text!, default));
    }

    [Fact]
    public async Task RotateAsync_KeyThatEndsSooner_DoesNotLiveLonger()
    {
        var storage = await AppStorage.TakeAsync();
        var old = await Register(storage).IssueAsync(Operator with { Lifetime = TimeSpan.FromDays(2) }, "paul", default);

        await Register(storage).RotateAsync(old.Key!.Id, TimeSpan.FromDays(60), TimeSpan.FromDays(7), "anne", default);
        storage.System.Advance(TimeSpan.FromDays(2));

        Assert.Null(await Keys(storage).FindAsync(old.Text!, default));
    }

    [Fact]
    public async Task RotateAsync_TwoLiveAlready_NeedsTheOldOneToEndAtOnce()
    {
        var storage = await AppStorage.TakeAsync();
        var register = Register(storage);
        var old = await register.IssueAsync(Operator, "paul", default);
        await register.IssueAsync(Operator, "paul", default);

        Assert.Contains("déjà 2 clés", (await register.RotateAsync(old.Key!.Id, TimeSpan.FromDays(60), TimeSpan.FromDays(7), "anne", default)).Refusal, StringComparison.Ordinal);
        Assert.True((await register.RotateAsync(old.Key.Id, TimeSpan.FromDays(60), TimeSpan.Zero, "anne", default)).IsDone);
        Assert.Null(await Keys(storage).FindAsync(old.Text!, default));
    }

    [Fact]
    public async Task RotateAsync_KeyThatIsOver_IsRefused()
    {
        var storage = await AppStorage.TakeAsync();
        var old = await Register(storage).IssueAsync(Operator, "paul", default);
        await Register(storage).RevokeAsync(old.Key!.Id, "perdue", "anne", default);

        var outcome = await Register(storage).RotateAsync(old.Key.Id, TimeSpan.FromDays(60), TimeSpan.FromDays(7), "anne", default);

        Assert.Contains("plus en service", outcome.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ListAsync_KeysOfEveryState_TellsThemApartAndWhenTheyWereUsed()
    {
        var storage = await AppStorage.TakeAsync();
        var register = Register(storage);
        var revoked = await register.IssueAsync(Operator, "paul", default);
        await register.RevokeAsync(revoked.Key!.Id, "perdue", "anne", default);
        var expired = await register.IssueAsync(Operator with { Lifetime = TimeSpan.FromDays(1) }, "paul", default);
        var live = await register.IssueAsync(Operator, "paul", default);
        await Keys(storage).FindAsync(expired.Text!, default);
        storage.System.Advance(TimeSpan.FromDays(1));
        var keys = Keys(storage);
        await keys.FindAsync(live.Text!, default);
        await keys.FindAsync(live.Text!, default);
        await keys.FindAsync(revoked.Text!, default);

        var listed = (await register.ListAsync(default)).ToDictionary(key => key.Key.Id);

        Assert.Equal(3, listed.Count);
        Assert.Equal((KeyState.Live, new DateOnly(2027, 4, 28)), (listed[live.Key!.Id].State, listed[live.Key.Id].LastUsed));
        Assert.Equal((KeyState.Expired, new DateOnly(2027, 4, 27)), (listed[expired.Key!.Id].State, listed[expired.Key.Id].LastUsed));
        Assert.Equal((KeyState.Revoked, null), (listed[revoked.Key.Id].State, listed[revoked.Key.Id].LastUsed));
        Assert.Single(storage.Probe.Calls, call => call.Method == "PUT" && call.Path.Contains($"used/{live.Key.Id}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TrailAsync_WhateverWasDone_IsThereInOrder()
    {
        var storage = await AppStorage.TakeAsync();
        var register = Register(storage);
        var old = (await register.IssueAsync(Operator, "paul", default)).Key!;
        var next = (await register.RotateAsync(old.Id, TimeSpan.FromDays(60), TimeSpan.FromDays(7), "anne", default)).Key!;
        await register.RevokeAsync(next.Id, "perdue", "luc", default);

        Assert.Equal(
            [
                new KeyEvent(Some.Now, KeyAct.Issued, old.Id, "léa", Role.Operator, null, "paul", null),
                new KeyEvent(Some.Now, KeyAct.Issued, next.Id, "léa", Role.Operator, null, "anne", null),
                new KeyEvent(Some.Now, KeyAct.Rotated, old.Id, "léa", Role.Operator, null, "anne", next.Id),
                new KeyEvent(Some.Now, KeyAct.Revoked, next.Id, "léa", Role.Operator, null, "luc", "perdue"),
            ],
            await Register(storage.Another()).TrailAsync(default));
    }

    private static KeyRegister Register(AppStorage storage) => new(storage.Containers, Keys(storage), storage.Clocks);

    private static KeyStore Keys(AppStorage storage) => new(storage.Containers, storage.Clocks);
}
