using System.Text.Json;
using Orchestration.Audience.Decisions;
using Orchestration.Campaigns;
using Orchestration.Campaigns.CaisseSends;
using Orchestration.Campaigns.Control;
using Orchestration.Delivery;
using Orchestration.Messages;
using Orchestration.Storage;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Storage;

public sealed class JsonTests
{
    [Fact]
    public void Options_EnumsAccentsAndNulls_AreWrittenForPeople() => Assert.Equal(
        """{"state":"paused","by":"léa","reason":"d'abord <relire>","at":"2027-04-27T07:30:00+00:00"}""",
        JsonSerializer.Serialize(new ControlEntry(SendControl.Paused, "léa", "d'abord <relire>", Some.Now), Json.Options));

    [Fact]
    public void Options_ControlBoard_ComesBackWithItsKeys()
    {
        var board = ControlBoard.Clear.With(Some.Key, new ControlEntry(SendControl.Paused, "léa", "x", Some.Now));

        var read = JsonSerializer.Deserialize<ControlBoard>(JsonSerializer.Serialize(board, Json.Options), Json.Options)!;

        Assert.Equal(SendControl.Paused, read[Some.Key]);
        Assert.Equal(SendControl.Running, read[Some.OtherKey]);
    }

    // What is carried from one generation of an orchestration to the next, and what activities get.
    [Fact]
    public void Options_CarriedRun_ComesBackTheSame()
    {
        var prepared = PreparedCaisse.Of(SomeDecisions.Index(new LotEntry(1, 0, Channel.Sms, 3)));
        var run = CaisseRun.Of(prepared) with { MustReview = true };
        run = run with { Book = run.Book.Announce(1, Some.Now) };

        var text = JsonSerializer.Serialize(new CaisseSendInput(
            Some.Key, Some.Caisse, SomeDatamart.Date, Some.Zone.PrepareAt, SomeDatamart.Entry([]), run), Json.Options);

        Assert.Equal(text, JsonSerializer.Serialize(JsonSerializer.Deserialize<CaisseSendInput>(text, Json.Options), Json.Options));
        Assert.Contains("\"state\":\"announced\"", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"not a key\"")]
    [InlineData("\"a.b.c\"")]
    [InlineData("\"\"")]
    [InlineData("null")]
    [InlineData("12")]
    public void Options_NotASendKey_IsRefused(string json) => Assert.ThrowsAny<Exception>(() => JsonSerializer.Deserialize<SendKey>(json, Json.Options));

    [Theory]
    [InlineData("\"a.b.c.1:CPAM-80\"")]
    [InlineData("\"a.b.c.1:CPAM-80:-1\"")]
    [InlineData("\"a.b.c.1:CPAM-80:x\"")]
    [InlineData("\"a.b:CPAM-80:1\"")]
    [InlineData("\"a.b.c.1:CPAM/80:1\"")]
    [InlineData("\"a.b.c.1::1\"")]
    public void Options_NotALotId_IsRefused(string json) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<LotId>(json, Json.Options));
}
