namespace Orchestration.Messages.Sms;

/// <summary>Why a text is not a mobile number that an SMS can go to.</summary>
public enum MobileRefusal
{
    None,

    /// <summary>Nothing there.</summary>
    Missing,

    /// <summary>Something else than digits and separators, or neither <c>+</c> nor a leading zero: which country is anybody's guess.</summary>
    NotANumber,

    /// <summary>A French number with too few or too many digits.</summary>
    WrongLength,

    /// <summary>A French number that is not a mobile one: a land line, a machine (0700), a premium number.</summary>
    NotMobile,

    /// <summary>+269 has been the Comoros since 2007, no longer Mayotte.</summary>
    Comoros,

    /// <summary>A number of another country.</summary>
    Foreign,
}

public static class MobileRefusals
{
    /// <summary>The reason as operators and caisses read it.</summary>
    public static string Label(this MobileRefusal refusal) => refusal switch
    {
        MobileRefusal.None => "",
        MobileRefusal.Missing => "numéro de mobile absent",
        MobileRefusal.NotANumber => "numéro de mobile illisible",
        MobileRefusal.WrongLength => "numéro de mobile incomplet ou trop long",
        MobileRefusal.NotMobile => "numéro qui n’est pas celui d’un mobile",
        MobileRefusal.Comoros => "indicatif +269\u00A0: Comores, et non Mayotte (+262 639)",
        MobileRefusal.Foreign => "numéro d’un autre pays",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, null),
    };
}
