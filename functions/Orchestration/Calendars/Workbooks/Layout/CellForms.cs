using System.Text.RegularExpressions;
using Orchestration.Audience;
using Orchestration.Calendars.Reading;
using Orchestration.Calendars.Workbooks.Forms;
using Orchestration.Campaigns;
using Orchestration.Messages;
using Orchestration.Wording;

namespace Orchestration.Calendars.Workbooks.Layout;

/// <summary>The French words of every closed value, with those that planners use for them.</summary>
internal static partial class CellForms
{
    public static CellForm Text { get; } = new TextForm();

    public static CellForm Date { get; } = new DateForm();

    public static CellForm Integer { get; } = new NumberForm([]);

    public static CellForm Thousands { get; } = new NumberForm(["k€", "k", "€k"]);

    public static CellForm Percent { get; } = new NumberForm(["%"]);

    public static CellForm Seconds { get; } = new NumberForm(["secondes", "sec", "s"]);

    public static CellForm Days { get; } = new NumberForm(["jours", "jour", "j"], suffix: "d");

    public static CellForm YesNo { get; } = new ChoiceForm(
        new("true", "oui", "vrai", "x", "o"), new("false", "non", "faux", "n"));

    public static CellForm Type { get; } = Choices<CampaignType>(
        ValueNames.Of, (CampaignType.Custom, ["sur-mesure", "locale"]));

    public static CellForm Purpose { get; } = Choices<Purpose>(
        ValueNames.Of, (Messages.Purpose.Administrative, ["administrative", "administratif"]), (Messages.Purpose.Health, ["prévention"]));

    public static CellForm Scale { get; } = Choices<CampaignScale>(
        scale => scale switch
        {
            CampaignScale.Large => "grande",
            CampaignScale.Medium => "moyenne",
            CampaignScale.OffMedia => "hors média",
            _ => "évènement",
        },
        (CampaignScale.Large, ["grande envergure"]), (CampaignScale.Medium, ["moyenne envergure"]),
        (CampaignScale.OffMedia, ["hors médias"]), (CampaignScale.Event, ["évènementiel", "événement", "événementiel"]));

    public static CellForm Lifecycle { get; } = Choices<CampaignLifecycle>(
        lifecycle => lifecycle == CampaignLifecycle.Creation ? "création" : "rediffusion");

    public static CellForm Homepage { get; } = Choices<HomepageSlot>(
        slot => slot switch { HomepageSlot.Banner => "bannière", HomepageSlot.Card => "carte", _ => "rien" },
        (HomepageSlot.None, ["non", "aucune", "aucun"]));

    public static CellForm OnHoliday { get; } = Choices<HolidayRule>(
        rule => rule switch { HolidayRule.Next => "jour suivant", HolidayRule.Previous => "jour précédent", _ => "pas d’envoi" },
        (HolidayRule.Next, ["après", "suivant", "le jour suivant"]),
        (HolidayRule.Previous, ["avant", "précédent", "le jour précédent"]),
        (HolidayRule.Skip, ["aucun envoi", "sauter"]));

    public static CellForm Public { get; } = Choices<Population>(
        ValueNames.Of,
        (Population.Insured, ["assuré", "grand public"]),
        (Population.Professionals, ["professionnels", "PS"]),
        (Population.Staff, ["interne", "agents"]),
        (Population.Employers, ["entreprises", "employeur"]),
        (Population.Relays, ["publics relais"]));

    public static CellForm Channels { get; } = new ListForm(
        Choices<Channel>(ChannelNames.Of, (Channel.Email, ["mail", "courriel", "mél", "e-mails"]), (Channel.Sms, ["texto"])),
        Words(), "e-mail", "SMS", "e-mail, SMS", "SMS, e-mail");

    public static CellForm Media { get; } = new ListForm(
        new MediaForm(Choices<Media>(
            medium => medium switch
            {
                Calendars.Media.Tv => "TV",
                Calendars.Media.Digital => "digital",
                Calendars.Media.Radio => "radio",
                Calendars.Media.Posters => "affichage",
                _ => "presse",
            },
            (Calendars.Media.Tv, ["télévision", "télé"]), (Calendars.Media.Digital, ["web", "internet", "numérique"]),
            (Calendars.Media.Posters, ["affiche", "affiches"]), (Calendars.Media.Press, ["presse écrite"]))),
        Words(), "TV, digital", "TV, digital, radio", "TV, digital, affichage", "TV, digital, presse", "digital", "digital, radio");

    public static CellForm Ids { get; } = new ListForm(Text, Spaces());

    public static CellForm Caisses { get; } = new CaissesForm(Ids);

    private static ChoiceForm Choices<T>(Func<T, string> french, params (T Value, string[] Others)[] others)
        where T : struct, Enum
    {
        return new ChoiceForm([.. Enum.GetValues<T>().Select(value => new Choice(Words<T>.Of(value), french(value), OthersOf(value)))]);

        string[] OthersOf(T value) => others.FirstOrDefault(other => other.Value.Equals(value)).Others ?? [];
    }

    [GeneratedRegex(@"\s*[,;+\r\n]\s*((et|puis|sinon)\s+)?|\s+(et|puis|sinon)\s+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Words();

    [GeneratedRegex(@"[\s,;]+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
