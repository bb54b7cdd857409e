using Orchestration.Delivery;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Delivery;

public sealed class LotIdTests
{
    [Fact]
    public void Parse_WhatToStringWrote_IsTheSame() => Assert.Equal(Some.Lot(12), LotId.Parse(Some.Lot(12).ToString()));

    [Fact]
    public void Paths_OfALot_AreThese()
    {
        var lot = Some.Lot(7);

        Assert.Equal("essai-2027.ror.invitation.1:CPAM-80", lot.Owner);
        Assert.Equal("essai-2027.ror.invitation.1/CPAM-80/0007.ndjson.gz", lot.MessagesPath);
        Assert.Equal("essai-2027.ror.invitation.1/CPAM-80/0007.ndjson", lot.ProgressPath);
        Assert.Equal("essai-2027.ror.invitation.1/CPAM-80/0007.receipts", lot.ReceiptsPath);
    }

    [Theory]
    [InlineData("")]
    [InlineData("essai-2027.ror.invitation.1:CPAM-80")]
    [InlineData("essai-2027.ror.invitation.1:CPAM-80:1:2")]
    [InlineData("essai-2027.ror.invitation.1:CPAM-80:-1")]
    [InlineData("essai-2027.ror.invitation.1:CPAM-80:٣")]
    [InlineData("essai-2027.ror.invitation.1:../CPAM-80:1")]
    [InlineData("essai-2027.ror.invitation.1::1")]
    [InlineData("ESSAI.ror.invitation.1:CPAM-80:1")]
    public void Parse_NotALot_IsRefused(string text) => Assert.Throws<FormatException>(() => LotId.Parse(text));
}
