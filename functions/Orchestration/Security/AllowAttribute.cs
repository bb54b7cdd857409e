namespace Orchestration.Security;

/// <summary>Who may call an HTTP function. A function without it, and without <see cref="PublicAttribute"/>, answers nobody.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AllowAttribute(params Role[] roles) : Attribute
{
    public IReadOnlyList<Role> Roles { get; } = roles;

    /// <summary>
    /// A token in the address opens it too, as a reader: for programs that send no header, such as Outlook on a calendar. Only GET.
    /// </summary>
    public bool SignedPath { get; set; }

    /// <summary>
    /// A page for people: those who are signed in may open it, with their cookie or through the platform, and nobody else, whatever their key; and what
    /// is refused is a page, not problem details. Only such functions look at cookies, and each that changes something checks an antiforgery token.
    /// </summary>
    public bool Dashboard { get; set; }
}

/// <summary>An HTTP function that anybody may call without a key.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PublicAttribute : Attribute;
