using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Orchestration.Messages;
using Orchestration.Messages.Email;
using Orchestration.Messages.Email.Mime;

namespace Orchestration.Tests.Messages.Email;

public sealed class MimeWriterTests
{
    [Fact]
    public void Write_French_IsTextThenHtmlInQuotedPrintable()
    {
        var mime = StrictMime.Parse(MimeWriter.Write(SomeEmail.With()));

        Assert.Equal(["From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type"], mime.Headers.Select(header => header.Name));
        Assert.Equal("L’Assurance Maladie <assurance-maladie@info.ameli.fr>", mime.Decoded("From"));
        Assert.Equal("<camille.martin@exemple.fr>", $"<{mime.Header("To")}>");
        Assert.Equal("Vérifiez vos vaccins", mime.Decoded("Subject"));
        Assert.Equal(
            [
                new("text/plain; charset=utf-8", "quoted-printable", "Bonjour,\r\nà bientôt.\r\n"),
                new("text/html; charset=utf-8", "quoted-printable", "<p>Bonjour,<br>à bientôt.</p>\r\n"),
            ],
            mime.Parts);
    }

    [Fact]
    public void Write_SameMessage_GivesSameBytesWhateverTheOrderOfHeaders()
    {
        var headers = new OrderedDictionary<string, string> { ["List-Id"] = "<a.b>", ["Date"] = "x", ["Auto-Submitted"] = "auto-generated" };
        var reversed = new OrderedDictionary<string, string>(headers.Reverse());

        Assert.Equal(MimeWriter.Write(SomeEmail.With(headers: headers)), MimeWriter.Write(SomeEmail.With(headers: reversed)));
    }

    [Fact]
    public void Write_AnotherId_ChangesTheBoundary()
    {
        var other = SomeEmail.With() with { Id = Guid.Parse("00000000-0000-5000-8000-000000000001") };

        Assert.Contains("boundary=\"=_00000000000050008000000000000001\"", Encoding.ASCII.GetString(MimeWriter.Write(other)), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_OtherScript_IsBase64()
    {
        const string text = "Здравствуйте, Мария. Проверьте свои прививки.";

        var mime = StrictMime.Parse(MimeWriter.Write(SomeEmail.With(text: text, subject: text)));

        Assert.Equal(("base64", text), (mime.Parts[0].Encoding, mime.Parts[0].Text));
        Assert.Equal(text, mime.Decoded("Subject"));
    }

    [Theory]
    [InlineData("Point ordinaire")]
    [InlineData("=?utf-8?Q?d=C3=A9guis=C3=A9?=")]
    [InlineData(" blancs aux bords ")]
    [InlineData("deux  blancs   de suite, et l’accent qui fait encoder   aussi")]
    [InlineData("Un objet très long, qui dépasse la longueur d’une ligne d’en-tête et que l’on coupe sans couper un caractère 😀, 😀 ou 😀")]
    [InlineData("An ASCII subject that is longer than seventy-six characters, which no encoded word would be needed for otherwise")]
    public void Write_Subject_ReadsBackExactly(string subject) =>
        Assert.Equal(subject, StrictMime.Parse(MimeWriter.Write(SomeEmail.With(subject: subject))).Decoded("Subject"));

    [Theory]
    [InlineData("Dicom")]
    [InlineData("CPAM de la Haute-Vienne, service prévention, au cœur de votre pratique de tous les jours")]
    [InlineData("An ASCII name that is so very long that it would not fit on a line of its own at all")]
    public void Write_From_KeepsNameAndAddressOnShortLines(string name)
    {
        var eml = MimeWriter.Write(SomeEmail.With(from: $"\"{name}\" <info@info.ameli.fr>"));

        Assert.Equal($"{name} <info@info.ameli.fr>", StrictMime.Parse(eml).Decoded("From").Replace("\"", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ligne trop longue ")]
    [InlineData("é")]
    [InlineData("=")]
    [InlineData("espace final \n")]
    [InlineData("tabulation\t\nfin\t")]
    [InlineData("a\rb\nc\r\nd")]
    [InlineData(".\n..\nFrom moi")]
    [InlineData("")]
    public void Write_RepeatedPieces_KeepEveryByte(string piece)
    {
        for (var times = 1; times < 90; times++)
        {
            var text = string.Concat(Enumerable.Repeat(piece, times));
            Assert.Equal(Canonical(text), StrictMime.Parse(MimeWriter.Write(SomeEmail.With(text: text))).Parts[0].Text);
        }
    }

    [Fact]
    public void Write_AnySubjectAndBodies_RoundTrip() =>
        Prop.ForAll<UnicodeString, UnicodeString, NonNull<string>>((subject, text, html) =>
        {
            var message = SomeEmail.With(OneLine(subject.Get), Whole(text.Get), Whole(html.Get));
            var mime = StrictMime.Parse(MimeWriter.Write(message));
            return mime.Decoded("Subject") == message.Subject
                && mime.Parts[0].Text == Canonical(message.Text)
                && mime.Parts[1].Text == Canonical(message.Html!);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithEndSize(400));

    [Fact]
    public void Write_AnSms_IsRefused() =>
        Assert.Throws<ArgumentException>(() => MimeWriter.Write(SomeEmail.With() with { Channel = Channel.Sms }));

    private static string Canonical(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace("\n", "\r\n", StringComparison.Ordinal);

    private static string Whole(string text) => string.Concat(text.EnumerateRunes());

    private static string OneLine(string text) =>
        string.Concat(Whole(text).Where(character => HeaderValue.IsSafe([character]) || char.IsSurrogate(character)));
}
