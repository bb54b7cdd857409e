using System.Buffers;
using System.Text;
using System.Text.Json;
using Orchestration.Messages;
using Orchestration.Tests.Messages.Email;

namespace Orchestration.Tests.Messages;

public sealed class OutgoingMessageJsonTests
{
    [Fact]
    public void Write_HtmlAndAccents_StayReadable() =>
        Assert.Contains("\"html\":\"<p>L’été &amp; « après »</p>\"", Json(SomeEmail.With(html: "<p>L’été &amp; « après »</p>")), StringComparison.Ordinal);

    [Fact]
    public void Write_HalfACharacter_IsReplaced() =>
        Assert.Equal("a\uFFFDb", OutgoingMessageJson.Read(OutgoingMessageJson.Write(SomeEmail.With(text: "a\uD83Db"))).Text);

    [Fact]
    public void Write_ThroughAnyWriter_GivesTheSameBytes()
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output))
        {
            OutgoingMessageJson.Write(writer, SomeEmail.With());
        }

        Assert.Equal(OutgoingMessageJson.Write(SomeEmail.With()), output.WrittenSpan.ToArray());
    }

    [Theory]
    [InlineData("\"channel\":\"email\"", "\"channel\":\"courrier\"")]
    [InlineData("\"channel\":\"email\"", "\"channel\":0")]
    [InlineData("\"id\":", "\"identifiant\":")]
    [InlineData("\"to\":\"camille.martin@exemple.fr\"", "\"to\":null")]
    [InlineData("\"version\":1", "\"version\":\"1\"")]
    public void Read_WhatIsNoMessage_IsRefused(string good, string bad) =>
        Assert.Throws<JsonException>(() =>
            OutgoingMessageJson.Read(Encoding.UTF8.GetBytes(Json(SomeEmail.With()).Replace(good, bad, StringComparison.Ordinal))));

    private static string Json(OutgoingMessage message) => Encoding.UTF8.GetString(OutgoingMessageJson.Write(message));
}
