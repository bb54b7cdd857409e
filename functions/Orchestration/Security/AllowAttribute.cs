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
}

/// <summary>An HTTP function that anybody may call without a key.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PublicAttribute : Attribute;
