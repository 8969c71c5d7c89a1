package dev.koshin.issuer.gitlabrails;

/**
 * The Ruby that runs at GitLab, for every release from 15.11 on. No value is ever put into it.
 *
 * <p>Each prints its answer in lines that begin with {@link #MARK}; whatever else comes is noise.
 */
final class Scripts {
    static final String MARK = "@@KOSHIN@@";

    /**
     * Reads user, name, scopes and days, and prints id and value. Every other answer is printed before anything was
     * saved; an error while saving ends it without an answer.
     */
    static final String CREATE = """
            $stdin.set_encoding("UTF-8")
            refusal = nil
            begin
              login = $stdin.gets.chomp
              name = $stdin.gets.chomp
              scopes = $stdin.gets.chomp.split(",")
              days = $stdin.gets.chomp.to_i
              user = User.find_by_username(login)
              if user.nil?
                refusal = "user-missing"
              elsif user.active?
                token = user.personal_access_tokens.build(name: name, scopes: scopes, expires_at: Date.current + days)
                token.organization_id ||= user.organization_id if token.respond_to?(:organization_id) && user.respond_to?(:organization_id)
                unless token.valid?
                  refusal = "invalid:#{Date.current.iso8601}:#{token.errors.full_messages.join(" ")}"
                end
              else
                refusal = "user-blocked:#{user.state}"
              end
            rescue => e
              refusal = "error:#{e.class}"
            end
            if refusal.nil?
              token.save!
              puts "\\n@@KOSHIN@@#{token.id}:#{token.token}"
            else
              puts "\\n@@KOSHIN@@#{refusal}"
            end
            """;

    /** Reads user and marker, and prints the live tokens whose names contain it, and that there are no more. */
    static final String MARKED = """
            $stdin.set_encoding("UTF-8")
            login = $stdin.gets.chomp
            marker = $stdin.gets.chomp
            user = User.find_by_username(login)
            user.personal_access_tokens.each do |token|
              if token.active? && token.name.include?(marker)
                name = token.name.tr("\\n", " ")
                puts "\\n@@KOSHIN@@#{token.id} #{token.user_id} #{token.created_at.iso8601} #{token.expires_at&.iso8601} #{token.scopes.join(",")} #{name}"
              end
            end
            puts "\\n@@KOSHIN@@end"
            """;

    private Scripts() {}
}
