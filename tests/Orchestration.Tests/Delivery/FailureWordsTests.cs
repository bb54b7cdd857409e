using System.Text.Json;
using Azure;
using Orchestration.Delivery;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Delivery;

public sealed class FailureWordsTests
{
    private const string Address = "lea.martin@example.org";

    public static TheoryData<Exception, string> Errors => new()
    {
        { new LotBusyException(Some.Lot()), $"LotBusyException: The lot {Some.Lot()} is being delivered by another worker." },
        { new JsonException($"'{Address}' is not a number.", "$.count", 4, 7), "JsonException: line 5" },
        { new JsonException($"'{Address}' is not a number."), "JsonException" },
        { new RequestFailedException(404, $"No blob {Address}", "BlobNotFound", null), "RequestFailedException: 404 BlobNotFound" },
        { new FormatException($"'{Address}' is not a date."), "FormatException" },
        { new InvalidOperationException(Address, new LotBusyException(Some.Lot())), $"InvalidOperationException (LotBusyException: The lot {Some.Lot()} is being delivered by another worker.)" },
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public void Of_AnyException_KeepsTypesCodesAndOurOwnWordsAlone(Exception error, string expected)
    {
        Assert.Equal(expected, FailureWords.Of(error));
        Assert.DoesNotContain(Address, FailureWords.Of(error), StringComparison.Ordinal);
    }
}
