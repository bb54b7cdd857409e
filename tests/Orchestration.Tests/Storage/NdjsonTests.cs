using Orchestration.Audience.Decisions;
using Orchestration.Messages;
using Orchestration.Storage;

namespace Orchestration.Tests.Storage;

public sealed class NdjsonTests
{
    [Fact]
    public void Read_WhatWasWritten_IsTheSame()
    {
        Decision[] decisions = [new("P1", 1, 0, Channel.Sms, null), new("P\n2 é", null, null, null, "no-contact")];
        using var writer = new NdjsonWriter<Decision>();
        foreach (var decision in decisions)
            writer.Add(decision);

        Assert.Equal(2, writer.Count);
        Assert.Equal(decisions, Ndjson.Read<Decision>(writer.Complete()));
    }

    [Fact]
    public void Read_NothingWritten_IsEmpty()
    {
        using var writer = new NdjsonWriter<Decision>();

        Assert.Empty(Ndjson.Read<Decision>(writer.Complete()));
    }

    // A decision is kept for thirteen months: its short names are a format.
    [Fact]
    public void Serialize_Decision_IsThisLine() => Assert.Equal(
        """{"p":"P1","l":1,"i":0,"c":"sms"}""", System.Text.Json.JsonSerializer.Serialize(new Decision("P1", 1, 0, Channel.Sms, null), Json.Options));
}
