using System.Text;
using Orchestration.Messages;
using Orchestration.Messages.Content;
using Orchestration.Messages.Rendering;
using Orchestration.Tests.Messages.Templates;
using static Orchestration.Tests.Messages.Rendering.SomeMessage;

namespace Orchestration.Tests.Messages.Rendering;

public sealed class MessageRendererTests
{
    [Fact]
    public void Render_Email_GivesTheLotLine() =>
        Assert.Equal(
            """
            {"id":"ID","to":"zoe@exemple.fr","channel":"email","from":"\"L’Assurance Maladie\" <info@info.ameli.fr>","subject":"Noël, votre compte",
            "text":"Bonjour Noël.\n\nRefuser : https://desinscription.ameli.fr/d/k1.abc\n","html":"HTML",
            "headers":{"Date":"Tue, 27 Apr 2027 09:00:00 +0200","Message-ID":"<ID@info.ameli.fr>",
            "List-Unsubscribe":"<https://desinscription.ameli.fr/d/k1.abc>","List-Unsubscribe-Post":"List-Unsubscribe=One-Click",
            "List-Id":"<essai.info.ameli.fr>","Auto-Submitted":"auto-generated","Precedence":"bulk","Feedback-ID":"essai:CPAM-80:promotion:assmaladie"},
            "meta":{"sendKey":"demo-2027.essai.invitation.1","caisse":"CPAM-80","template":"national/essai","version":2,"content":"HASH","purpose":"promotion","person":"9f86d081"}}
            """.ReplaceLineEndings(""),
            Json(Message(ByEmail())));

    [Fact]
    public void Render_Sms_GivesTheLotLine() =>
        Assert.Equal(
            """
            {"id":"ID","to":"+33612345678","channel":"sms","from":"AssMaladie","text":"Noel, créez votre compte. STOP au 36123",
            "meta":{"sendKey":"demo-2027.essai.invitation.1","caisse":"CPAM-80","template":"national/essai","version":2,"content":"HASH","purpose":"promotion","person":"9f86d081","segments":1}}
            """.ReplaceLineEndings(""),
            Json(Message(BySms())));

    [Fact]
    public void Read_WhatWriteWrote_IsTheSameMessage()
    {
        foreach (var message in new[] { Message(ByEmail()), Message(BySms()) })
        {
            var line = OutgoingMessageJson.Write(message);

            Assert.DoesNotContain((byte)'\n', line);
            Assert.Equal(line, OutgoingMessageJson.Write(OutgoingMessageJson.Read(line)));
        }
    }

    [Fact]
    public void Render_FieldsOfEachKind_ReachTheTemplate()
    {
        var files = SomePackage.Changed(
            "body.sbntxt", "Bonjour",
            "{{ naissance }}|{{ compte_ameli }}|{{ enfants }}|{{ medecin_traitant.inconnu }}|{{ caisse.id }}|{{ date_envoi }}|");
        files["expected.txt"] = Encoding.UTF8.GetBytes(
            "mardi 12 mars 1985|true|2|false|CPAM-80|mardi 27 avril 2027| Zoé.\n\nRefuser : https://desinscription.ameli.fr/d/exemple\n");

        var full = Message(ByEmail(fields: [("naissance", "2001-12-31"), ("enfants", "2.5"), ("medecin_traitant", null)]), files);
        var bare = Message(ByEmail(), files);

        Assert.StartsWith("lundi 31 décembre 2001|false|2,5|true|CPAM-80|mardi 27 avril 2027| Noël.", full.Text, StringComparison.Ordinal);
        Assert.StartsWith("|false||true|CPAM-80|mardi 27 avril 2027| Noël.", bare.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CPAM-80", "Tue, 27 Apr 2027 23:30:00 +0200", "mardi 27 avril 2027")]
    [InlineData("CGSS-974", "Wed, 28 Apr 2027 01:30:00 +0400", "mercredi 28 avril 2027")]
    [InlineData("CGSS-971", "Tue, 27 Apr 2027 17:30:00 -0400", "mardi 27 avril 2027")]
    public void Render_InAnotherTimeZone_DatesAreThoseOfTheCaisse(string caisse, string header, string date)
    {
        var context = Context(caisse) with { Slot = new DateTimeOffset(2027, 4, 27, 21, 30, 0, TimeSpan.Zero) };

        var message = Renderer().Render(ByEmail(), context).Message!;

        Assert.Equal(header, message.Headers!["Date"]);
        Assert.Contains($"le {date}.", message.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_ValuesInHtml_AreEscaped() =>
        Assert.Contains(
            "Bonjour &lt;b&gt;&quot;Zoé&quot;&lt;/b&gt;,", Message(ByEmail(fields: ("prenom", "<b>\"Zoé\"</b>"))).Html, StringComparison.Ordinal);

    [Theory]
    [InlineData("zoe", "contact-invalid")]
    [InlineData("", "contact-invalid")]
    [InlineData("zoe@exemple.fr\r\nBcc: a@b.fr", "contact-invalid")]
    public void Render_BadAddress_IsRefused(string contact, string code) => AssertRefused(code, ByEmail(contact));

    [Theory]
    [InlineData("01 23 45 67 89")]
    [InlineData("+269 321 23 45")]
    [InlineData("")]
    public void Render_BadMobile_IsRefused(string contact) => AssertRefused("contact-invalid", BySms(contact));

    [Theory]
    [InlineData("prenom", null, "field-missing")]
    [InlineData("prenom", "", "field-missing")]
    [InlineData("compte_ameli", null, "field-missing")]
    [InlineData("compte_ameli", "oui", "field-invalid")]
    [InlineData("naissance", "31/12/2001", "field-invalid")]
    [InlineData("enfants", "deux", "field-invalid")]
    [InlineData("medecin_traitant", "peut-être", "field-invalid")]
    [InlineData("prenom", "Zoé\r\nBcc: tous@exemple.fr", "subject-invalid")]
    [InlineData("prenom", "Zo\u202Eé", "subject-invalid")]
    public void Render_BadField_IsRefusedByNameOnly(string field, string? value, string code)
    {
        var refusal = AssertRefused(code, ByEmail(fields: (field, value)));

        Assert.DoesNotContain("exemple", refusal.Detail, StringComparison.Ordinal);
        Assert.True(code == "subject-invalid" || refusal.Detail.Contains(field, StringComparison.Ordinal));
    }

    [Fact]
    public void Render_SubjectTooLong_IsRefused() => AssertRefused("subject-invalid", ByEmail(fields: ("prenom", new string('a', 150))));

    [Fact]
    public void Render_PromotionWhoseBranchHasNoStop_IsRefused()
    {
        var files = SomePackage.Changed("sms.sbntxt", "{{ stop }}", "{{ if compte_ameli }}{{ stop }}{{ end }}");

        AssertRefused("sms-without-stop", BySms(), files);
    }

    [Fact]
    public void Render_OverALimit_IsRefused()
    {
        var files = SomePackage.Changed("sms.sbntxt", "{{ stop }}", "{{ if !compte_ameli }}{{ for i in 1..2000 }}a{{ end }}{{ end }}{{ stop }}");

        Assert.Equal("Le modèle fait trop de tours de boucle.", AssertRefused("rendering-limit", BySms(), files).Detail);
    }

    [Fact]
    public void Render_AfterARefusal_TheNextPersonIsUntouched()
    {
        var renderer = Renderer();
        Assert.False(renderer.Render(ByEmail(fields: [("naissance", "2001-12-31"), ("prenom", null)]), Context()).IsMessage);

        var message = renderer.Render(ByEmail(), Context()).Message!;

        Assert.Equal(Json(Message(ByEmail())), Json(message));
    }

    [Fact]
    public void Render_ChannelThatWasNotApproved_IsAnError()
    {
        var bundle = ContentBundle.Create(SomePackage.Good(), [Channel.Sms], "true", new Dictionary<string, string>());
        var renderer = new MessageRenderer(CompiledContent.Compile(bundle, SomeContent.Settings), SomeContent.Settings);

        Assert.True(renderer.Render(BySms(), Context()).IsMessage);
        Assert.Throws<ArgumentException>(() => renderer.Render(ByEmail(), Context()));
    }

    [Fact]
    public void Render_HalfACharacterInAName_HarmsNobodyElse()
    {
        var renderer = Renderer();
        foreach (var name in new[] { "Zo\uD83D", "\uDC00é", "ê\uD83Dé" })
        {
            var sms = renderer.Render(BySms(fields: ("prenom", name)), Context());

            Assert.Contains("\uFFFD", OutgoingMessageJson.Read(OutgoingMessageJson.Write(sms.Message!)).Text, StringComparison.Ordinal);
            Assert.Equal("subject-invalid", renderer.Render(ByEmail(fields: ("prenom", name)), Context()).Refusal?.Code);
        }
    }

    [Fact]
    public void Compile_BundleReadBackFromJson_RendersTheSameBytes()
    {
        var bundle = ContentBundle.Create(SomePackage.Good(), [Channel.Email], "true", new Dictionary<string, string>());
        var copy = ContentBundle.FromJson(bundle.ToJson());

        var first = new MessageRenderer(CompiledContent.Compile(bundle, SomeContent.Settings), SomeContent.Settings).Render(ByEmail(), Context());
        var second = new MessageRenderer(CompiledContent.Compile(copy, SomeContent.Settings), SomeContent.Settings).Render(ByEmail(), Context());

        Assert.Equal(OutgoingMessageJson.Write(first.Message!), OutgoingMessageJson.Write(second.Message!));
    }

    [Fact]
    public void Compile_DamagedBundle_NamesTheFault()
    {
        var bundle = ContentBundle.Create(SomePackage.Good(), [Channel.Email], "true", new Dictionary<string, string>());

        var damaged = bundle with { Files = bundle.Files.Remove("layouts/essai/layout.sbnhtml") };

        var exception = Assert.Throws<InvalidContentException>(() => CompiledContent.Compile(damaged, SomeContent.Settings));

        Assert.Equal("body.sbnhtml", Assert.Single(exception.Problems).File);
        Assert.Throws<InvalidContentException>(() => CompiledContent.Compile(bundle with { Template = "national/autre" }, SomeContent.Settings));
    }

    [Fact]
    public void Compile_WithAnotherRenderer_UsesIt()
    {
        var bundle = ContentBundle.Create(SomePackage.Good(), [Channel.Sms], "true", new Dictionary<string, string>());
        var content = CompiledContent.Compile(
            bundle, SomeContent.Settings, template => values => template.Render(values).Replace("créez", "ouvrez", StringComparison.Ordinal));

        var sms = new MessageRenderer(content, SomeContent.Settings).Render(BySms(), Context()).Message;

        Assert.Equal("Noel, ouvrez votre compte. STOP au 36123", sms?.Text);
    }

    private static OutgoingMessage Message(Recipient recipient, IReadOnlyDictionary<string, byte[]>? files = null)
    {
        var outcome = Renderer(files).Render(recipient, Context());
        Assert.True(outcome.IsMessage, outcome.Refusal?.ToString());
        return outcome.Message;
    }

    private static RenderRefusal AssertRefused(string code, Recipient recipient, IReadOnlyDictionary<string, byte[]>? files = null)
    {
        var outcome = Renderer(files).Render(recipient, Context());
        Assert.False(outcome.IsMessage);
        Assert.Equal(code, outcome.Refusal.Code);
        return outcome.Refusal;
    }

    private static string Json(OutgoingMessage message) => Encoding.UTF8
        .GetString(OutgoingMessageJson.Write(message.Html is null ? message : message with { Html = "HTML" }))
        .Replace(message.Id.ToString(), "ID", StringComparison.Ordinal)
        .Replace(message.Meta.Content, "HASH", StringComparison.Ordinal);
}
