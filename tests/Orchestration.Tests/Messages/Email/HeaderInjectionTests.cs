using System.Text;
using Orchestration.Messages.Email;
using Orchestration.Messages.Email.Mime;

namespace Orchestration.Tests.Messages.Email;

public sealed class HeaderInjectionTests
{
    public static TheoryData<string> Attacks =>
    [
        "a\r\nBcc: tous@exemple.fr", "a\nBcc: tous@exemple.fr", "a\rBcc: tous@exemple.fr", "a\0b", "a\u2028Bcc: x", "a\u2029Bcc: x", "a\u0085Bcc: x",
        "a\u202Eb", "a\u200Fb", "a\u2066b", "a\u061Cb", "a\u001Bb", "a\tb", "a\u007Fb",
    ];

    [Theory]
    [MemberData(nameof(Attacks))]
    public void IsSafe_LineBreakControlOrBidi_IsNot(string attack) => Assert.False(HeaderValue.IsSafe(attack));

    [Fact]
    public void IsSafe_HalfACharacter_IsNot() => Assert.All(["a\uD800b", "b\uDC00", "c\uD83D"], half => Assert.False(HeaderValue.IsSafe(half)));

    [Theory]
    [InlineData("Vérifiez vos vaccins")]
    [InlineData("Une émoji 😀, un espace\u00A0insécable, « des guillemets »")]
    [InlineData("مرحبا")]
    public void IsSafe_OrdinaryText_Is(string text) => Assert.True(HeaderValue.IsSafe(text));

    [Theory]
    [MemberData(nameof(Attacks))]
    public void Write_AttackInAnyField_IsRefused(string attack)
    {
        Assert.Throws<FormatException>(() => MimeWriter.Write(SomeEmail.With(subject: attack)));
        Assert.Throws<FormatException>(() => MimeWriter.Write(SomeEmail.With(from: $"\"{attack}\" <info@ameli.fr>")));
        Assert.Throws<FormatException>(() => MimeWriter.Write(SomeEmail.With(to: $"{attack}@exemple.fr")));
        Assert.Throws<FormatException>(() => MimeWriter.Write(SomeEmail.With(headers: new Dictionary<string, string> { ["List-Id"] = attack })));
        Assert.Throws<FormatException>(() => MimeWriter.Write(SomeEmail.With(headers: new Dictionary<string, string> { [attack] = "x" })));
    }

    [Fact]
    public void Write_AttackInABody_StaysInTheBody()
    {
        const string attack = "\r\n\r\n--=_967672997b3150efbae4950402bff32e--\r\nBcc: tous@exemple.fr\r\n";

        var mime = StrictMime.Parse(MimeWriter.Write(SomeEmail.With(text: attack)));

        Assert.Equal(attack, mime.Parts[0].Text);
        Assert.DoesNotContain(mime.Headers, header => header.Name == "Bcc");
    }

    [Theory]
    [InlineData("Bcc")]
    [InlineData("bcc")]
    [InlineData("To")]
    [InlineData("Subject")]
    [InlineData("content-type")]
    public void Write_HeaderThatTheWriterOwns_IsRefused(string name) =>
        Assert.Throws<FormatException>(() => MimeWriter.Write(SomeEmail.With(headers: new Dictionary<string, string> { [name] = "tous@exemple.fr" })));

    [Fact]
    public void Write_HeaderTooLongForOneLine_IsRefused() =>
        Assert.Throws<FormatException>(() => MimeWriter.Write(SomeEmail.With(headers: new Dictionary<string, string> { ["X"] = new string('a', 1000) })));

    [Fact]
    public void Write_Everything_IsAscii() => Assert.True(Ascii.IsValid(MimeWriter.Write(SomeEmail.With())));
}
