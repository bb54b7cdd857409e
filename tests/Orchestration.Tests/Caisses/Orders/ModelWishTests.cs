using Orchestration.Caisses.Library;
using Orchestration.Caisses.Orders;
using Orchestration.Campaigns.Visas;
using Orchestration.Http;
using Orchestration.Planning;
using Orchestration.Tests.Messages.Templates.Real;

namespace Orchestration.Tests.Caisses.Orders;

public sealed class ModelWishTests
{
    private static readonly LibraryModel Tips = LibraryModel.Of(TemplateFolder.Library.Templates["library/mes-tips-sante"])!;
    private static readonly LibraryModel Vitale = LibraryModel.Of(TemplateFolder.Library.Templates["library/carte-vitale-a-jour"])!;

    [Fact]
    public void Of_Options_NarrowTheAudienceWithoutChangingIt()
    {
        var (wish, faults) = Read(Order(Vitale) with { Options = ["longue-duree", "sans-compte"] });

        Assert.Empty(faults);
        Assert.Equal("(age >= 16 && jours_depuis(carte_vitale_maj) >= 365) && (ald) && (!compte_ameli)", wish!.Criterion);
    }

    [Fact]
    public void Of_AnyOrder_PinsWhatTheVisaIsOn()
    {
        var wish = Read(Order(Vitale)).Wish!;

        Assert.Equal(new PinnedContent(Vitale.Hash, "claire.martin", Vitale.Visa), wish.Pinned);
        Assert.Equal("bibliotheque.carte-vitale-a-jour.modele.v1", Vitale.Visa.Value);
        Assert.Equal(Vitale.Manifest.Channels, wish.Channels);
    }

    [Theory]
    [InlineData("10:00-14:00", "12:00-14:00")]
    [InlineData("13:00-14:00", "13:00-14:00")]
    [InlineData(null, "12:00-19:00")]
    public void Of_Window_NarrowsThatOfTheModel(string? asked, string expected) => Assert.Equal(
        TimeWindow.Parse(expected), Read(Order(Tips) with { Window = asked is null ? null : TimeWindow.Parse(asked) }).Wish!.Window);

    [Fact]
    public void Of_WindowOutsideThatOfTheModel_IsAFault() =>
        Assert.Equal("/window", Assert.Single(Read(Order(Tips) with { Window = TimeWindow.Parse("09:00-10:00") }).Faults).Pointer);

    [Fact]
    public void Of_UnknownModel_ProposesTheNearest()
    {
        var (wish, faults) = Read(Order(Vitale) with { Model = "library/carte-vitale-ajour" });

        Assert.Null(wish);
        Assert.Contains("carte-vitale-a-jour", Assert.Single(faults).Mend, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_OptionTwiceOrUnknown_IsAFaultAtItsPlace() => Assert.Equal(
        ["/options/1", "/options/2"],
        Read(Order(Vitale) with { Options = ["sans-compte", "sans-compte", "inconnue"] }).Faults.Select(fault => fault.Pointer));

    [Fact]
    public void Of_ModelThatCannotBeOrdered_TellsEveryReason()
    {
        var faults = new Faults();

        ModelWish.Of(Order(Tips), [new LibraryEntry(Tips, VisaStatus.Refused, ["Son visa a été refusé.", "Il ne part plus."])], "CPAM-80", faults);

        Assert.Equal(["/model", "/model"], faults.All.Select(fault => fault.Pointer));
    }

    private static OrderRequest Order(LibraryModel model) => new(model.Manifest.Id, 1, SomeOrder.Date("2027-04-13"), null, null, null, null);

    private static (OrderWish? Wish, IReadOnlyList<Fault> Faults) Read(OrderRequest request)
    {
        var faults = new Faults();
        var wish = ModelWish.Of(request, [new(Tips, VisaStatus.Granted, []), new(Vitale, VisaStatus.Granted, [])], "CPAM-80", faults);
        return (wish?.Wish, faults.All);
    }
}
